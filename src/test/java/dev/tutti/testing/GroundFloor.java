package dev.tutti.testing;

import dev.tutti.connection.FakeUses;
import dev.tutti.workspace.NewUser;
import dev.tutti.workspace.Preferences;
import dev.tutti.workspace.Role;
import dev.tutti.workspace.SignIn;
import dev.tutti.workspace.User;
import dev.tutti.workspace.Users;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.support.GenericApplicationContext;

/** The lowest floors of the application (workspace, connection, outbound) on a real database, without any door. */
public final class GroundFloor implements AutoCloseable {

    public static final String OWNER_EMAIL = "owner@example.com";
    public static final String OWNER_PASSWORD = "correct horse battery";

    private static final Map<String, GroundFloor> SHARED = new ConcurrentHashMap<>();

    private final ConfigurableApplicationContext context;
    private final SettableClock clock;
    private final Database database;

    private GroundFloor(ConfigurableApplicationContext context, SettableClock clock, Database database) {
        this.context = context;
        this.clock = clock;
        this.database = database;
    }

    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        FlywayAutoConfiguration.class,
        HibernateJpaAutoConfiguration.class,
        DataJpaRepositoriesAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        ConfigurationPropertiesAutoConfiguration.class
    })
    @AutoConfigurationPackage(basePackages = {"dev.tutti.workspace", "dev.tutti.connection"})
    @ComponentScan({"dev.tutti.workspace", "dev.tutti.connection", "dev.tutti.outbound"})
    static class Beans {}

    /** One over each database, with an owner, shared by all tests of the JVM. */
    public static Stream<GroundFloor> both() {
        return Stream.of(
                SHARED.computeIfAbsent("H2", _ -> open(Databases.h2())),
                SHARED.computeIfAbsent("PostgreSQL", _ -> open(Databases.postgres())));
    }

    /** With an owner, and these properties. */
    public static GroundFloor open(Database database, String... properties) {
        return empty(
                database,
                Stream.concat(
                                Stream.of("tutti.owner.email=" + OWNER_EMAIL, "tutti.owner.password=" + OWNER_PASSWORD),
                                Arrays.stream(properties))
                        .toArray(String[]::new));
    }

    /** With nobody in it, unless the properties say so. */
    public static GroundFloor empty(Database database, String... properties) {
        SettableClock clock = new SettableClock(Instant.parse("2026-01-02T03:04:05Z"));
        Map<String, Object> all = new LinkedHashMap<>(database.properties());
        all.put("tutti.key-file", "target/test-data/" + UUID.randomUUID() + "/tutti.key");
        Arrays.stream(properties).map(line -> line.split("=", 2)).forEach(pair -> all.put(pair[0], pair[1]));
        ConfigurableApplicationContext context = new SpringApplicationBuilder(Beans.class)
                .web(WebApplicationType.NONE)
                .properties("spring.main.banner-mode=off")
                .initializers((GenericApplicationContext fresh) -> {
                    fresh.registerBean("testClock", SettableClock.class, () -> clock);
                    fresh.registerBean(FakeUses.class, FakeUses::new);
                })
                .run(all.entrySet().stream()
                        .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                        .toArray(String[]::new));
        return new GroundFloor(context, clock, database);
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    public SettableClock clock() {
        return clock;
    }

    public Database database() {
        return database;
    }

    public User owner() {
        return get(Users.class).all().stream()
                .filter(user -> user.email().equals(OWNER_EMAIL))
                .findFirst()
                .orElseThrow();
    }

    /** Signs the owner in for this thread. */
    public User asOwner() {
        User owner = owner();
        get(SignIn.class).request(owner);
        return owner;
    }

    /** Adds a new builder and signs them in for this thread. */
    public User asNewBuilder() {
        asOwner();
        NewUser wanted = new NewUser(
                "Bob", UUID.randomUUID() + "@example.com", "a long password", Role.BUILDER, Preferences.NONE);
        User builder = ((Users.Result.Done) get(Users.class).add(wanted)).user();
        get(SignIn.class).request(builder);
        return builder;
    }

    /** Nobody is signed in any more. */
    public void asNobody() {
        get(SignIn.class).nobody();
    }

    /** The shared ones stay open, although JUnit closes the arguments of each test. */
    @Override
    public void close() {
        if (!SHARED.containsValue(this)) {
            context.close();
        }
    }

    @Override
    public String toString() {
        return database.toString();
    }
}
