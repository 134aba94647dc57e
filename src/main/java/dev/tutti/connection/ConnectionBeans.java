package dev.tutti.connection;

import dev.tutti.workspace.StartRefused;
import dev.tutti.workspace.WorkspaceId;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Opens the vault, and refuses to start with a key that does not belong to the database. */
@Configuration(proxyBeanMethods = false)
class ConnectionBeans {

    private static final String CONTEXT = "vault_proof";
    private static final byte[] PROOF = {'t', 'u', 't', 't', 'i'};

    @Bean
    Vault vault(@Value("${tutti.key-file:./data/tutti.key}") Path keyFile, JdbcClient jdbc) {
        Vault vault = Vault.open(keyFile);
        Optional<byte[]> stored = jdbc.sql("select secret from vault_proof where workspace_id = ?")
                .param(WorkspaceId.FIRST.value())
                .query((row, _) -> row.getBytes(1))
                .optional();
        if (stored.isEmpty()) {
            jdbc.sql("insert into vault_proof (workspace_id, secret) values (?, ?)")
                    .params(WorkspaceId.FIRST.value(), vault.encrypt(PROOF, CONTEXT))
                    .update();
        } else if (!fits(vault, stored.get())) {
            throw new StartRefused(
                    "The key file " + keyFile
                            + " does not belong to this database: what is encrypted there cannot be read.",
                    "Put the right key file back (it lies beside the data unless tutti.key-file says otherwise).");
        }
        return vault;
    }

    private static boolean fits(Vault vault, byte[] stored) {
        try {
            return Arrays.equals(vault.decrypt(stored, CONTEXT), PROOF);
        } catch (IllegalStateException otherKey) {
            return false;
        }
    }
}
