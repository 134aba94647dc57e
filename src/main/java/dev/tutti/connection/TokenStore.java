package dev.tutti.connection;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the tokens of connections, encrypted. */
@Component
class TokenStore {

    private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    TokenStore(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    Optional<Token> find(ConnectionId id) {
        return jdbc.sql("select secret from oauth_token where connection_id = :id")
                .param("id", id.value())
                .query((row, _) -> row.getBytes("secret"))
                .optional()
                .map(secret -> Token.read(json.readValue(vault.decrypt(secret, context(id)), FIELDS)));
    }

    void keep(ConnectionId id, Token token) {
        byte[] secret = vault.encrypt(json.writeValueAsBytes(token.write()), context(id));
        int changed = write(
                "update oauth_token set secret = :secret, changed_at = :now where connection_id = :id", id, secret);
        if (changed == 0) {
            write(
                    "insert into oauth_token (connection_id, secret, changed_at) values (:id, :secret, :now) "
                            + "on conflict do nothing",
                    id,
                    secret);
        }
    }

    void forget(ConnectionId id) {
        jdbc.sql("delete from oauth_token where connection_id = :id")
                .param("id", id.value())
                .update();
    }

    private int write(String sql, ConnectionId id, byte[] secret) {
        return jdbc.sql(sql)
                .param("id", id.value())
                .param("secret", secret)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private static String context(ConnectionId id) {
        return "oauth_token|" + id;
    }
}
