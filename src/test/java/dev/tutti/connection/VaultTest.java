package dev.tutti.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tutti.testing.Database;
import dev.tutti.testing.Databases;
import dev.tutti.testing.GroundFloor;
import dev.tutti.workspace.StartRefused;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {

    private static final byte[] PLAIN = "planted secret".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void whatWasEncryptedDecryptsAlsoAfterARestart() {
        Path keyFile = folder.resolve("deep/tutti.key");
        byte[] secret = Vault.open(keyFile).encrypt(PLAIN, "connection|1");
        assertThat(Vault.open(keyFile).decrypt(secret, "connection|1")).isEqualTo(PLAIN);
        assertThat(new String(secret, StandardCharsets.ISO_8859_1)).doesNotContain("planted");
    }

    @Test
    void aCiphertextIsBoundToItsPlace() {
        Vault vault = Vault.open(folder.resolve("key"));
        byte[] secret = vault.encrypt(PLAIN, "connection|1");
        assertThatThrownBy(() -> vault.decrypt(secret, "connection|2")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> vault.decrypt(secret, "webhook|1")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void everyChangedBitIsNoticed() {
        Vault vault = Vault.open(folder.resolve("key"));
        byte[] secret = vault.encrypt(PLAIN, "connection|1");
        IntStream.range(0, secret.length).forEach(index -> {
            byte[] changed = secret.clone();
            changed[index] ^= 1;
            assertThatThrownBy(() -> vault.decrypt(changed, "connection|1")).isInstanceOf(IllegalStateException.class);
        });
    }

    @Test
    void onlyTheOwnerOfTheFileReadsTheKey() throws Exception {
        Path keyFile = folder.resolve("key");
        Vault.open(keyFile);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keyFile)))
                .isEqualTo("rw-------");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(keyFile);
        }
    }

    @Test
    void aKeyThatDoesNotBelongToTheDatabaseIsRefusedAtTheStart() {
        Database database = Databases.h2();
        GroundFloor.open(database).close();
        assertThatThrownBy(() -> GroundFloor.open(database).close()).hasRootCauseInstanceOf(StartRefused.class);
    }
}
