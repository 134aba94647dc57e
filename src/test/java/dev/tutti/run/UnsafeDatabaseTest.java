package dev.tutti.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tutti.testing.Database;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnsafeDatabaseTest {

    @TempDir
    Path folder;

    @Test
    void h2ThatWritesLateIsRefusedWithAdvice() throws Exception {
        Database late = new Database("jdbc:h2:file:" + folder.resolve("late") + ";MODE=PostgreSQL", "tutti", "");
        Database safe =
                new Database("jdbc:h2:file:" + folder.resolve("safe") + ";MODE=PostgreSQL;WRITE_DELAY=0", "tutti", "");

        assertThatThrownBy(() -> Databases.tables(late.dataSource()))
                .isInstanceOfSatisfying(UnsafeDatabase.class, refused -> {
                    assertThat(refused).hasMessageContaining("WRITE_DELAY is 500");
                    assertThat(new UnsafeDatabaseAdvice().analyze(refused).getAction())
                            .contains("WRITE_DELAY=0");
                });
        assertThat(Databases.tables(safe.dataSource())).isInstanceOf(H2Tables.class);
    }
}
