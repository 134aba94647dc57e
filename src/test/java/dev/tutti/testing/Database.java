package dev.tutti.testing;

import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Where a test's database is and how to enter it. */
public record Database(String url, String username, String password) {

    /** Opens a new connection each time; wrap it in a pool where the test is about load. */
    public DataSource dataSource() {
        return new DriverManagerDataSource(url, username, password);
    }

    /** Runs every migration of the application and gives this database back. */
    public Database migrated() {
        Flyway.configure()
                .dataSource(dataSource())
                .locations("classpath:db/migration", "classpath:db/vendor/" + vendor())
                .load()
                .migrate();
        return this;
    }

    /** The settings that lead an application here, as properties of Spring. */
    public Map<String, String> properties() {
        return Map.of(
                "spring.datasource.url", url,
                "spring.datasource.username", username,
                "spring.datasource.password", password);
    }

    /** The settings that lead an application here, as environment variables. */
    public Map<String, String> environment() {
        return Map.of(
                "SPRING_DATASOURCE_URL", url,
                "SPRING_DATASOURCE_USERNAME", username,
                "SPRING_DATASOURCE_PASSWORD", password);
    }

    public boolean isPostgres() {
        return url.startsWith("jdbc:postgresql:");
    }

    private String vendor() {
        return isPostgres() ? "postgresql" : "h2";
    }

    @Override
    public String toString() {
        return isPostgres() ? "PostgreSQL" : "H2";
    }
}
