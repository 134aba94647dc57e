package dev.tutti.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DatabaseUrlTest {

    @Test
    void refusesAnH2FileThatWouldLoseFinishedWork() {
        assertThatThrownBy(() -> DatabaseUrl.complete("jdbc:h2:file:./data/tutti"))
                .isInstanceOf(StartRefused.class);
        assertThatThrownBy(() -> DatabaseUrl.complete("jdbc:h2:./data/tutti;WRITE_DELAY=05"))
                .isInstanceOf(StartRefused.class);
    }

    @Test
    void completesAnH2AddressAndLeavesOthersAlone() {
        assertThat(DatabaseUrl.complete("jdbc:h2:file:./x;write_delay=0;mode=PostgreSQL"))
                .startsWith("jdbc:h2:file:./x;write_delay=0;mode=PostgreSQL;")
                .contains(";DATABASE_TO_LOWER=TRUE", ";DEFAULT_NULL_ORDERING=HIGH", ";DB_CLOSE_ON_EXIT=FALSE")
                .doesNotContain("MODE=PostgreSQL;MODE");
        assertThat(DatabaseUrl.complete("jdbc:postgresql://db/tutti")).isEqualTo("jdbc:postgresql://db/tutti");
    }
}
