package dev.tutti.api;

import dev.tutti.testing.Databases;
import dev.tutti.testing.RunningTutti;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The story over PostgreSQL. */
@RunningTutti
@DirtiesContext
class ProgramStoryOnPostgresTest extends ProgramStory {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        Databases.postgres().properties().forEach((name, value) -> registry.add(name, () -> value));
    }
}
