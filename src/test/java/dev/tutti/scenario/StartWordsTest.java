package dev.tutti.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.value.Fields;
import dev.tutti.value.Json;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Schedules in a few words. */
class StartWordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"kind":"interval","minutes":60}                            | Every hour          | Chaque heure
            {"kind":"daily","time":"09:00"}                             | Every day at 09:00  | Chaque jour à 09:00
            {"kind":"weekly","days":[1,2,3,4,5],"time":"09:00"}         | Weekdays at 09:00   | En semaine à 09:00
            {"kind":"weekly","days":["fri","mon","tue","wed","thu"],"time":"7:30"} | Weekdays at 7:30 | En semaine à 7:30
            {"kind":"weekly","days":[1,3],"time":"09:00"}               | Mon, Wed at 09:00   | lun., mer. à 09:00
            {"kind":"weekly","days":[0,6],"time":"09:00"}               | Sun, Sat at 09:00   | dim., sam. à 09:00
            """)
    void sayWhenAScenarioStarts(String schedule, String english, String french) {
        Fields fields = (Fields) Json.parse(schedule).value().orElseThrow();
        assertThat(StartWords.of(new StartsBy.Schedule(fields), Locale.ENGLISH)).isEqualTo(english);
        assertThat(StartWords.of(new StartsBy.Schedule(fields), Locale.FRENCH)).isEqualTo(french);
    }
}
