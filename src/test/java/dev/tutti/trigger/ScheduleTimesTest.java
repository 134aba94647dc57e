package dev.tutti.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tutti.value.Fields;
import dev.tutti.value.Json;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of schedule, and what the clock does to it twice a year. */
class ScheduleTimesTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** The schedules are written with single quotes; the times are wall-clock times of Paris. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {'kind':'interval','minutes':15}                                  | 2026-11-21T10:07:00 | 2026-11-21T10:15 2026-11-21T10:30
        {'kind':'interval','minutes':15}                                  | 2026-11-21T10:15:00 | 2026-11-21T10:30
        {'kind':'interval','minutes':'90','from':'2026-11-21T09:10'}      | 2026-11-21T09:00:00 | 2026-11-21T09:10 2026-11-21T10:40
        {'kind':'interval','minutes':60,'until':'2026-11-21T12:00'}       | 2026-11-21T10:30:00 | 2026-11-21T11:00 2026-11-21T12:00 -
        {'kind':'once','at':'2026-12-24T18:00'}                           | 2026-11-21T10:00:00 | 2026-12-24T18:00 -
        {'kind':'once','at':'2026-12-24T18:00:00Z'}                       | 2026-11-21T10:00:00 | 2026-12-24T19:00 -
        {'kind':'once','at':'2026-01-01T00:00'}                           | 2026-11-21T10:00:00 | -
        {'kind':'daily','time':'09:00'}                                   | 2026-11-21T09:00:00 | 2026-11-22T09:00 2026-11-23T09:00
        {'kind':'daily','time':['18:30','9:00']}                          | 2026-11-21T10:00:00 | 2026-11-21T18:30 2026-11-22T09:00
        {'kind':'weekly','days':[1,5],'time':'08:00'}                     | 2026-11-21T10:00:00 | 2026-11-23T08:00 2026-11-27T08:00 2026-11-30T08:00
        {'kind':'weekly','days':['sunday','Wed'],'time':'08:00'}          | 2026-11-21T10:00:00 | 2026-11-22T08:00 2026-11-25T08:00
        {'kind':'weekly','days':[0],'time':'08:00'}                       | 2026-11-21T10:00:00 | 2026-11-22T08:00 2026-11-29T08:00
        {'kind':'monthly','days':[31],'time':'08:00'}                     | 2026-11-21T10:00:00 | 2026-12-31T08:00 2027-01-31T08:00 2027-03-31T08:00
        {'kind':'monthly','days':['last'],'time':'08:00'}                 | 2026-11-21T10:00:00 | 2026-11-30T08:00 2026-12-31T08:00 2027-01-31T08:00 2027-02-28T08:00
        {'kind':'monthly','days':[1,15],'months':[6,'jul'],'time':'08:00'}| 2026-11-21T10:00:00 | 2027-06-01T08:00 2027-06-15T08:00 2027-07-01T08:00
        {'kind':'yearly','months':[2],'days':[29],'time':'00:00'}         | 2026-11-21T10:00:00 | 2028-02-29T00:00 2032-02-29T00:00
        {'kind':'dates','dates':['2026-12-24','2026-11-30'],'time':'9:00'}| 2026-11-21T10:00:00 | 2026-11-30T09:00 2026-12-24T09:00 -
        {'kind':'dates','dates':['2026-12-24T17:45']}                     | 2026-11-21T10:00:00 | 2026-12-24T17:45 -
        {'kind':'cron','cron':'30 9 * * 1-5'}                             | 2026-11-21T10:00:00 | 2026-11-23T09:30 2026-11-24T09:30
        {'kind':'cron','cron':'0 30 9 * * MON'}                           | 2026-11-21T10:00:00 | 2026-11-23T09:30 2026-11-30T09:30
        {'kind':'daily','time':'09:00','from':'2026-12-01','until':'2026-12-02'} | 2026-11-21T10:00:00 | 2026-12-01T09:00 2026-12-02T09:00 -
        {'kind':'interval','minutes':30,'restrict':[{'days':[1,2,3,4,5],'time':['09:00','10:30']}]} | 2026-11-20T10:05:00 | 2026-11-23T09:00 2026-11-23T09:30 2026-11-23T10:00 2026-11-24T09:00
        {'kind':'interval','minutes':60,'restrict':[{'time':['22:00','02:00']}]} | 2026-11-20T21:30:00 | 2026-11-20T22:00 2026-11-20T23:00 2026-11-21T00:00 2026-11-21T01:00 2026-11-21T22:00
        {'kind':'interval','minutes':60,'restrict':[{'months':[2],'days':['mon'],'time':['12:00','13:00']}]} | 2026-11-20T21:30:00 | 2027-02-01T12:00 2027-02-08T12:00
        """)
    void everyKindStrikesWhenItSays(String schedule, LocalDateTime after, String expected) {
        assertThat(strikes(schedule, PARIS, after.atZone(PARIS).toInstant(), expected.split(" ").length))
                .isEqualTo(List.of(expected.split(" ")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {'kind':'daily','time':'02:30'}         | 2027-03-27T12:00:00Z | 2027-03-28T01:30:00Z 2027-03-29T00:30:00Z
        {'kind':'cron','cron':'30 2 * * *'}     | 2027-03-27T12:00:00Z | 2027-03-28T01:30:00Z 2027-03-29T00:30:00Z
        {'kind':'interval','minutes':60}        | 2027-03-27T23:30:00Z | 2027-03-28T00:00:00Z 2027-03-28T01:00:00Z 2027-03-28T02:00:00Z
        {'kind':'cron','cron':'0 * * * *'}      | 2027-03-27T23:30:00Z | 2027-03-28T00:00:00Z 2027-03-28T01:00:00Z 2027-03-28T02:00:00Z
        {'kind':'daily','time':'03:00'}         | 2027-03-27T12:00:00Z | 2027-03-28T01:00:00Z 2027-03-29T01:00:00Z
        """)
    void theHourThatIsSkippedInSpringStrikesOnceTheClockIsForward(String schedule, Instant after, String expected) {
        assertThat(instants(schedule, after, expected.split(" ").length)).isEqualTo(parsed(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {'kind':'daily','time':'02:30'}         | 2027-10-30T12:00:00Z | 2027-10-31T00:30:00Z 2027-11-01T01:30:00Z
        {'kind':'cron','cron':'30 2 * * *'}     | 2027-10-30T12:00:00Z | 2027-10-31T00:30:00Z 2027-11-01T01:30:00Z
        {'kind':'interval','minutes':60}        | 2027-10-30T23:30:00Z | 2027-10-31T00:00:00Z 2027-10-31T01:00:00Z 2027-10-31T02:00:00Z
        {'kind':'cron','cron':'*/30 * * * *'}   | 2027-10-31T00:15:00Z | 2027-10-31T00:30:00Z 2027-10-31T01:00:00Z 2027-10-31T01:30:00Z 2027-10-31T02:00:00Z
        """)
    void theHourThatComesTwiceInAutumnStrikesOnceUnlessItCountsAsItPasses(
            String schedule, Instant after, String expected) {
        assertThat(instants(schedule, after, expected.split(" ").length)).isEqualTo(parsed(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'kind':'hourly'}",
                "{'kind':'interval'}",
                "{'kind':'interval','minutes':0}",
                "{'kind':'interval','minutes':1.5001}",
                "{'kind':'daily'}",
                "{'kind':'daily','time':'25:00'}",
                "{'kind':'weekly','time':'09:00'}",
                "{'kind':'weekly','days':['someday'],'time':'09:00'}",
                "{'kind':'monthly','days':[32],'time':'09:00'}",
                "{'kind':'yearly','days':[1],'time':'09:00'}",
                "{'kind':'dates','dates':[]}",
                "{'kind':'dates','dates':['24.12.2026']}",
                "{'kind':'once'}",
                "{'kind':'cron','cron':'every day'}",
                "{'kind':'cron','cron':'* * * * * *'}",
                "{'kind':'cron','cron':'0 9 * * 9'}",
                "{'kind':'daily','time':'09:00','from':'2026-12-02','until':'2026-12-01'}",
                "{'kind':'daily','time':'09:00','restrict':[{'time':['09:00']}]}",
            })
    void whatIsNotAScheduleIsSaidInASentence(String schedule) {
        assertThatThrownBy(() -> ScheduleReader.read(fields(schedule), PARIS))
                .isInstanceOfSatisfying(ScheduleReader.Wrong.class, wrong -> {
                    assertThat(wrong.message.in(Locale.ENGLISH))
                            .doesNotContain("trigger.schedule")
                            .endsWith(".");
                    assertThat(wrong.message.in(Locale.FRENCH))
                            .doesNotContain("trigger.schedule")
                            .isNotEqualTo(wrong.message.in(Locale.ENGLISH));
                });
    }

    @Test
    void aScheduleThatCanNeverStrikeEnds() {
        assertThat(instants("{'kind':'monthly','days':[31],'months':[2],'time':'09:00'}", Instant.EPOCH, 1))
                .isEmpty();
        assertThat(instants("{'kind':'cron','cron':'0 0 30 2 *'}", Instant.EPOCH, 1))
                .isEmpty();
    }

    private static List<String> strikes(String schedule, ZoneId zone, Instant after, int most) {
        ScheduleTimes times = new ScheduleTimes(ScheduleReader.read(fields(schedule), zone), zone);
        List<String> strikes = new ArrayList<>();
        Optional<Instant> at = Optional.of(after);
        while (strikes.size() < most && at.isPresent()) {
            at = times.after(at.get());
            strikes.add(at.map(moment -> LocalDateTime.ofInstant(moment, zone).toString())
                    .orElse("-"));
        }
        return strikes;
    }

    private static List<Instant> instants(String schedule, Instant after, int most) {
        ScheduleTimes times = new ScheduleTimes(ScheduleReader.read(fields(schedule), PARIS), PARIS);
        List<Instant> strikes = new ArrayList<>();
        Optional<Instant> at = times.after(after);
        while (at.isPresent() && strikes.size() < most) {
            strikes.add(at.get());
            at = times.after(at.get());
        }
        return strikes;
    }

    private static List<Instant> parsed(String moments) {
        return List.of(moments.split(" ")).stream().map(Instant::parse).toList();
    }

    private static Fields fields(String schedule) {
        return (Fields) Json.parse(schedule.replace('\'', '"')).value().orElseThrow();
    }
}
