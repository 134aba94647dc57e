package dev.tutti.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tutti.testing.Database;
import dev.tutti.testing.GroundFloor;
import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;

class AuditTest {

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @ParameterizedTest
    @MethodSource("dev.tutti.testing.Databases#both")
    void everyTamperingShows(Database database) throws Exception {
        try (GroundFloor floor = GroundFloor.open(database)) {
            Audit audit = floor.get(Audit.class);
            User owner = floor.asOwner();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                IntStream.range(0, 30)
                        .forEach(number -> threads.submit(() -> audit.record("thing.done", "thing " + number)));
            }
            audit.record("thing.done", "last");
            assertThat(audit.firstBroken()).isEmpty();
            assertThat(audit.latest(1)).singleElement().satisfies(row -> {
                assertThat(row.user()).contains(owner.id());
                assertThat(row.subject()).isEqualTo("last");
            });
            JdbcClient jdbc = floor.get(JdbcClient.class);

            jdbc.sql("update audit set what = 'thing.undone' where number = 7").update();
            assertThat(audit.firstBroken()).isEqualTo(OptionalLong.of(7));
            jdbc.sql("update audit set what = 'thing.done' where number = 7").update();
            assertThat(audit.firstBroken()).isEmpty();

            jdbc.sql("update audit set user_id = 1 where number = 8").update();
            assertThat(audit.firstBroken()).isEqualTo(OptionalLong.of(8));
            jdbc.sql("update audit set user_id = null where number = 8").update();

            long count =
                    jdbc.sql("select count(*) from audit").query(Long.class).single();
            jdbc.sql("delete from audit where number = ?").param(count).update();
            assertThat(audit.firstBroken()).isEqualTo(OptionalLong.of(count));

            jdbc.sql("delete from audit where number = 9").update();
            assertThat(audit.firstBroken()).isEqualTo(OptionalLong.of(9));
            jdbc.sql("update audit set number = 9 where number = 10").update();
            assertThat(audit.firstBroken()).isEqualTo(OptionalLong.of(9));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.tutti.testing.GroundFloor#both")
    void onlyOwnersReadIt(GroundFloor floor) {
        floor.asNewBuilder();
        assertThatThrownBy(() -> floor.get(Audit.class).latest(1)).isInstanceOf(NotAllowed.class);
    }
}
