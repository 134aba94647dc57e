package dev.tutti.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DatabasesTest {

    @ParameterizedTest
    @MethodSource("dev.tutti.testing.Databases#both")
    void everyMigrationRunsOnBothDatabases(Database database) throws Exception {
        database.migrated();
        try (var connection = database.dataSource().getConnection();
                var tables = connection.getMetaData().getTables(null, "public", "flyway_schema_history", null)) {
            assertThat(tables.next()).isTrue();
        }
    }
}
