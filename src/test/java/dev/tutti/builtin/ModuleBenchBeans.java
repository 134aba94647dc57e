package dev.tutti.builtin;

import dev.tutti.connector.ScenarioCalls;
import dev.tutti.engine.Failure;
import dev.tutti.value.Blob;
import dev.tutti.value.Blobs;
import dev.tutti.workspace.SignIn;
import dev.tutti.workspace.Users;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/** The lower floors of the application, and files in memory. No bean itself, or the whole application would find it. */
@ComponentScan({
    "dev.tutti.builtin",
    "dev.tutti.connector",
    "dev.tutti.example",
    "dev.tutti.datastore",
    "dev.tutti.connection",
    "dev.tutti.outbound",
    "dev.tutti.workspace"
})
@EntityScan({"dev.tutti.connection", "dev.tutti.workspace"})
@EnableJpaRepositories({"dev.tutti.connection", "dev.tutti.workspace"})
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    HibernateJpaAutoConfiguration.class,
    DataJpaRepositoriesAutoConfiguration.class
})
class ModuleBenchBeans {

    @Bean
    Owner owner(Users users, SignIn signIn) {
        return () -> signIn.request(users.all().getFirst());
    }

    @Bean
    Blobs blobs() {
        return new FilesInMemory();
    }

    /** There are no runs here: scenario 5 starts as run 99, there is no other. */
    @Bean
    ScenarioCalls scenarioCalls() {
        return (scenario, inputs, wait, caller) -> scenario.equals("5")
                ? new ScenarioCalls.Started("99")
                : new ScenarioCalls.Refused(Failure.of(Failure.Kind.INVALID_CONFIGURATION, "No such scenario"));
    }

    static final class FilesInMemory implements Blobs {

        private final Map<String, byte[]> files = new ConcurrentHashMap<>();

        @Override
        public Blob store(String name, String mediaType, InputStream in) throws IOException {
            byte[] bytes = in.readAllBytes();
            String id = UUID.randomUUID().toString();
            files.put(id, bytes);
            return new Blob(name, mediaType, bytes.length, new Blob.Content.Stored(id));
        }

        @Override
        public InputStream open(Blob blob) throws IOException {
            return new ByteArrayInputStream(
                    switch (blob.content()) {
                        case Blob.Content.Inline(byte[] bytes) -> bytes;
                        case Blob.Content.Stored(String id) -> {
                            byte[] bytes = files.get(id);
                            if (bytes == null) {
                                throw new IOException("The file is gone");
                            }
                            yield bytes;
                        }
                    });
        }
    }
}
