package dev.tutti.scenario;

import dev.tutti.connector.Modules;
import dev.tutti.testing.Database;
import dev.tutti.testing.Databases;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
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
import org.springframework.context.event.EventListener;
import org.springframework.context.support.GenericApplicationContext;

/** Scenarios on a real database, with the real catalogue and without any door. */
final class ScenarioWorld {

    static final Author ADA = new Author(new dev.tutti.workspace.UserId(7), "Ada");

    private static final Map<String, ScenarioWorld> SHARED = new ConcurrentHashMap<>();

    private final ConfigurableApplicationContext context;
    private final Ticking clock;
    private final Heard heard;
    private final String name;

    private ScenarioWorld(ConfigurableApplicationContext context, Ticking clock, Heard heard, String name) {
        this.context = context;
        this.clock = clock;
        this.heard = heard;
        this.name = name;
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
    @AutoConfigurationPackage(basePackages = {"dev.tutti.workspace", "dev.tutti.connection", "dev.tutti.scenario"})
    @ComponentScan({"dev.tutti.workspace", "dev.tutti.connection", "dev.tutti.outbound", "dev.tutti.scenario"})
    static class Beans {}

    static Stream<ScenarioWorld> both() {
        return Stream.of(h2(), SHARED.computeIfAbsent("PostgreSQL", _ -> open(Databases.postgres())));
    }

    static ScenarioWorld h2() {
        return SHARED.computeIfAbsent("H2", _ -> open(Databases.h2()));
    }

    private static ScenarioWorld open(Database database) {
        Ticking clock = new Ticking();
        Heard heard = new Heard();
        List<String> properties = new ArrayList<>();
        database.properties().forEach((key, value) -> properties.add("--" + key + "=" + value));
        properties.add("--spring.flyway.locations=classpath:db/migration");
        properties.add("--tutti.key-file=target/test-data/" + UUID.randomUUID() + "/tutti.key");
        ConfigurableApplicationContext context = new SpringApplicationBuilder(Beans.class)
                .web(WebApplicationType.NONE)
                .properties("spring.main.banner-mode=off")
                .initializers((GenericApplicationContext fresh) -> {
                    fresh.registerBean("testClock", Clock.class, () -> clock);
                    fresh.registerBean(Modules.class, () -> TestCatalogue.MODULES);
                    fresh.registerBean(Heard.class, () -> heard);
                })
                .run(properties.toArray(String[]::new));
        return new ScenarioWorld(context, clock, heard, database.toString());
    }

    Scenarios scenarios() {
        return context.getBean(Scenarios.class);
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    /** The events since the last time of asking. */
    List<Object> heard() {
        return heard.take();
    }

    void pass(Duration time) {
        clock.now = clock.now.plus(time);
    }

    @Override
    public String toString() {
        return name;
    }

    static final class Heard {
        private final List<Object> events = new ArrayList<>();

        @EventListener({
            ScenarioPublished.class,
            ScenarioTurnedOn.class,
            ScenarioTurnedOff.class,
            DraftChanged.class,
            ScenarioDeleted.class
        })
        synchronized void hear(Object event) {
            events.add(event);
        }

        synchronized List<Object> take() {
            List<Object> all = List.copyOf(events);
            events.clear();
            return all;
        }
    }

    private static final class Ticking extends Clock {
        private volatile Instant now = Instant.parse("2026-01-02T03:04:05Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }
    }
}
