package dev.tutti.trigger;

import dev.tutti.testing.Databases;
import dev.tutti.testing.RunningTutti;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The same over PostgreSQL. */
@RunningTutti
@DirtiesContext
class HookQueueOnPostgresTest extends HookQueueTest {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        Databases.postgres().properties().forEach((name, value) -> registry.add(name, () -> value));
    }
}
