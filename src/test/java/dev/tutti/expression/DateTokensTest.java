package dev.tutti.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.value.Fields;
import dev.tutti.value.Text;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateTokensTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "YY|19",
                "YYYY|2019",
                "Y|2019",
                "Q|1",
                "Qo|1st",
                "M|3",
                "Mo|3rd",
                "MM|03",
                "MMM|Mar",
                "MMMM|March",
                "D|2",
                "Do|2nd",
                "DD|02",
                "DDD|61",
                "DDDo|61st",
                "DDDD|061",
                "d|6",
                "do|6th",
                "dd|Sa",
                "ddd|Sat",
                "dddd|Saturday",
                "E|6",
                "w|9",
                "wo|9th",
                "ww|09",
                "W|9",
                "Wo|9th",
                "WW|09",
                "gg|19",
                "gggg|2019",
                "GG|19",
                "GGGG|2019",
                "H|15",
                "HH|15",
                "h|3",
                "hh|03",
                "k|15",
                "kk|15",
                "A|PM",
                "a|pm",
                "m|4",
                "mm|04",
                "s|5",
                "ss|05",
                "S|2",
                "SS|25",
                "SSS|250",
                "SSSSSS|250000",
                "SSSSSSSSS|250000000",
                "Z|+01:00",
                "ZZ|+0100",
                "X|1551535445",
                "x|1551535445250",
                "[YYYY] YYYY|YYYY 2019",
                "YYYY-MM-DD[T]HH:mm:ssZ|2019-03-02T15:04:05+01:00",
                "dddd, MMMM Do YYYY, h:mm:ss a|Saturday, March 2nd 2019, 3:04:05 pm",
                "DD.MM.YYYY [à] HH[h]mm|02.03.2019 à 15h04",
                "YYYYMM01|20190301"
            })
    void formatsEveryToken(String format, String expected) {
        assertThat(world("2019-03-02T14:04:05.250Z").value("{{formatDate(1.d; \"" + format + "\")}}"))
                .isEqualTo(Text.of(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2019-12-29T12:00:00Z|w gggg W GGGG|1 2020 52 2019",
                "2020-12-31T12:00:00Z|w gggg W GGGG E d|1 2021 53 2020 4 4",
                "2021-01-03T12:00:00Z|w gggg W GGGG E d|2 2021 53 2020 7 0",
                "2019-01-01T23:30:00Z|H h k A|0 12 24 AM",
                "2019-01-01T11:00:00Z|H h k A|12 12 12 PM",
                "2019-01-11T12:00:00Z|Do|11th",
                "2019-01-22T12:00:00Z|Do|22nd",
                "2019-01-23T12:00:00Z|Do|23rd"
            })
    void knowsTheEdgesOfWeeksAndHalfDays(String date, String format, String expected) {
        assertThat(world(date).value("{{formatDate(1.d; \"" + format + "\")}}")).isEqualTo(Text.of(expected));
    }

    @Test
    void namesFollowTheLanguageOfTheScenario() {
        World french = world("2019-12-01T12:00:00Z").in(Locale.FRENCH);
        assertThat(french.value("{{formatDate(1.d; \"dddd Do MMMM YYYY, dd ddd MMM\")}}"))
                .isEqualTo(Text.of("dimanche 1er décembre 2019, di dim. déc."));
        assertThat(french.value("{{formatDate(1.d; \"D MMMM\")}}")).isEqualTo(Text.of("1 décembre"));
        assertThat(french.value("{{formatDate(1.d; \"w ww\")}}")).isEqualTo(Text.of("48 48"));
        assertThat(french.json("{{parseDate(\"5 décembre 2019\"; \"D MMMM YYYY\")}}"))
                .isEqualTo("\"2019-12-04T23:00:00.000Z\"");
        assertThat(french.json("{{parseDate(\"5 March 2019\"; \"D MMMM YYYY\")}}"))
                .isEqualTo("\"2019-03-04T23:00:00.000Z\"");
    }

    /** In Prague, one hour ahead in winter, two in summer. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2016-12-28|YYYY-MM-DD|2016-12-27T23:00:00.000Z",
                "20161228|YYYYMMDD|2016-12-27T23:00:00.000Z",
                "28/12/16|DD/MM/YY|2016-12-27T23:00:00.000Z",
                "28.12.70|DD.MM.YY|1970-12-27T23:00:00.000Z",
                "Aug 18, 2019 10:00 AM|MMM D, YYYY hh:mm A|2019-08-18T08:00:00.000Z",
                "August 8th 2019|MMMM Do YYYY|2019-08-07T22:00:00.000Z",
                "12:30 am 2019-01-01|h:mm a YYYY-MM-DD|2018-12-31T23:30:00.000Z",
                "12:30 pm 2019-01-01|h:mm a YYYY-MM-DD|2019-01-01T11:30:00.000Z",
                "2019-02-28T10:11:12.345Z|YYYY-MM-DDTHH:mm:ss.SSSZ|2019-02-28T10:11:12.345Z",
                "2019-02-28 10:11 +02:00|YYYY-MM-DD HH:mm Z|2019-02-28T08:11:00.000Z",
                "2019-02-28 10:11 -0330|YYYY-MM-DD HH:mm ZZ|2019-02-28T13:41:00.000Z",
                "2019 60|YYYY DDD|2019-02-28T23:00:00.000Z",
                "2019-W10-3|GGGG-[W]WW-E|2019-03-05T23:00:00.000Z",
                "2019 Q3|YYYY [Q]Q|2019-06-30T22:00:00.000Z",
                "24 2019-01-01|k YYYY-MM-DD|2018-12-31T23:00:00.000Z",
                "1482940986|X|2016-12-28T16:03:06.000Z",
                "1482940986.123|X|2016-12-28T16:03:06.000Z",
                "-1|X|1969-12-31T23:59:59.000Z",
                "1482940986123|x|2016-12-28T16:03:06.123Z",
                "10:15|HH:mm|2019-03-19T09:15:00.000Z",
                "05-04|MM-DD|2019-05-03T22:00:00.000Z",
                "2016-12-28|YYYY-MM-DD HH:mm|2016-12-27T23:00:00.000Z",
                "Thursday, 5/12/2019|dddd, D/M/YYYY|2019-12-04T23:00:00.000Z",
                "on 2019/03/05!|YYYY-MM-DD|2019-03-04T23:00:00.000Z"
            })
    void parsesEveryToken(String text, String format, String instant) {
        World world = new World().in("Europe/Prague").with(1, Fields.of("t", Text.of(text)));
        assertThat(world.json("{{parseDate(1.t; \"" + format + "\")}}")).isEqualTo('"' + instant + '"');
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hello|YYYY-MM-DD",
                "2019|YYYY-MM-DD",
                "2019-13-01|YYYY-MM-DD",
                "2019-02-30|YYYY-MM-DD",
                "2019-02-03 25:00|YYYY-MM-DD HH:mm",
                "Foo 3 2019|MMM D YYYY",
                "x|X",
                "''|YYYY",
                "abc|[no tokens]"
            })
    void refusesWhatIsNotADateInTheFormat(String text, String format) {
        World world = new World().with(1, Fields.of("t", Text.of(text)));
        assertThat(world.error("{{parseDate(1.t; \"" + format + "\")}}").function())
                .isEqualTo("parseDate");
    }

    private static World world(String date) {
        return new World().in("Europe/Prague").with(1, Fields.of("d", Text.of(date)));
    }
}
