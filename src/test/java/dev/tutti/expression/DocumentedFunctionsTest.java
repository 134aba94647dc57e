package dev.tutti.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.value.Blob;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of Make's documents that need data or a zone, and the corners between them. */
class DocumentedFunctionsTest {
    private static final String CONTACTS = """
            {"array":["x","y","z"],
             "object":{"raw_name":{"sub_raw_name":5,"a.b":6},"list":[{"n":1},{"n":2}]},
             "User":{"name":"Bob","email":"b@x.org","password":"s"},
             "Contacts":[{"name":"Bob","age":22},{"name":"amy","age":9},{"name":"Tim","age":100},{"name":"Bob","age":1}],
             "Emails":[{"email":"a@x","label":"work","sender":{"name":"Z"}},{"email":"b@x","label":"home","sender":{"name":"A"}},
                       {"email":"c@x","label":"other","sender":{"name":"M"}},{"label":"work"}],
             "people":[{"name":"Bob","age":22},{"name":"Tim","age":23}],
             "nested":[1,[2,[3,[4]]]],
             "numbers":[3,10,2,null,"7"],
             "mixed":["b",10,true,"a",2]}
            """;

    private final World world = new World().with(1, CONTACTS);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "get(1.array; 1 + 1)|\"y\"",
                "get(1.array; 9)|null",
                "get(1.object; \"raw_name.sub_raw_name\")|5",
                "get(1.object; \"raw_name.`a.b`\")|6",
                "get(1.object; \"list[2].n\")|2",
                "get(1.object; \"list.2.n\")|2",
                "get(1.object; \"nothing.at.all\")|null",
                "ifempty(1.unknown; \"B\")|\"B\"",
                "ifempty(0; \"B\")|0",
                "if(1.unknown; \"A\")|null",
                "switch(\"X\"; \"A\"; 1; \"B\"; 2)|null",
                "switch(\"C\"; \"A\"; 1; \"B\"; 2; \"C\"; 3)|3",
                "pick(1.User; \"email\")|{\"email\":\"b@x.org\"}",
                "omit(1.User; \"password\")|{\"name\":\"Bob\",\"email\":\"b@x.org\"}",
                "omit(1.User; \"password\"; \"name\")|{\"email\":\"b@x.org\"}",
                "mergeCollections(1.User; pick(1.Contacts[1]; \"name\"; \"age\"))|{\"name\":\"Bob\",\"email\":\"b@x.org\",\"password\":\"s\",\"age\":22}",
                "sum(1.numbers)|22",
                "sum(1.numbers; 8)|30",
                "max(1.numbers)|10",
                "min(1.numbers)|2",
                "average(1.numbers)|5.5",
                "average(emptyarray)|null",
                "sum(emptyarray)|0",
                "median(1; 3; 2)|2",
                "average(1; 2; 2)|1.6666666666666667",
                "round(-1.5)|-1",
                "round(2.5)|3",
                "ceil(-1.5)|-1",
                "floor(-1.5)|-2",
                "trunc(-3.789; 2)|-3.78",
                "abs(\"-7.5\")|7.5",
                "stdevp(1; 2; 3; 4; 5)|1.4142135623730951",
                "parseNumber(\"1.234.567,89\"; \",\")|1234567.89",
                "parseNumber(\"1,234.5\")|1234.5",
                "formatNumber(1234.5; 2)|\"1.234,50\"",
                "formatNumber(-1234567.895; 2; \".\"; \" \")|\"-1 234 567.90\"",
                "formatNumber(12; 0)|\"12\"",
                "formatNumber(999; 1; \",\"; \"\")|\"999,0\"",
                "contains(1.array; \"y\")|true",
                "contains(1.numbers; 7)|true",
                "contains(\"Hello\"; \"hello\")|false",
                "length(1.array)|3",
                "length(1.unknown)|0",
                "length(1.User)|3",
                "lower(\"ÉLAN\")|\"élan\"",
                "startcase(\"l'été À PARIS\")|\"L'été À Paris\"",
                "indexOf(\"Make\"; \"e\"; 99)|-1",
                "substring(\"Hello\"; 2; 99)|\"llo\"",
                "substring(\"Hello\"; 3; 1)|\"el\"",
                "substring(\"Hello\"; -5; 2)|\"He\"",
                "substring(\"Hello\"; 2)|\"llo\"",
                "replace(\"a.b.c\"; \".\"; \"-\")|\"a-b-c\"",
                "replace(\"a1b2\"; \"/[0-9]/\"; \"\")|\"ab2\"",
                "replace(\"Hello\"; \"/L/gi\"; \"[$&]\")|\"He[l][l]o\"",
                "replace(\"John Smith\"; \"/(\\w+) (\\w+)/\"; \"$2, $1\")|\"Smith, John\"",
                "replace(\"abc\"; \"/b/\"; \"$$ $7 $\")|\"a$ $7 $c\"",
                "replace(\"aXb\"; \"X\"; )|\"ab\"",
                "replace(\"abc\"; \"\"; \"-\")|\"abc\"",
                "replace(1.unknown; \"a\"; \"b\")|\"\"",
                "split(\"abc\"; \"\")|[\"a\",\"b\",\"c\"]",
                "split(\"\"; \",\")|[\"\"]",
                "split(\"a,b,\"; \",\")|[\"a\",\"b\",\"\"]",
                "split(\"a, b\"; \", \")|[\"a\",\"b\"]",
                "ascii(\"Wěošrčkřfžrýoáníté\")|\"Workfront\"",
                "stripHTML(\"1 < 2 <br/>x<!-- c -->y<a href=''>z</a>\")|\"1 < 2 xyz\"",
                "escapeHTML(\"'&'\")|\"&#39;&amp;&#39;\"",
                "encodeURL(\"é &+/?\")|\"%C3%A9%20%26%2B%2F%3F\"",
                "decodeURL(\"a+b%20%C3%A9%zz%2\")|\"a+b é%zz%2\"",
                "toString(12.50)|\"12.5\"",
                "toString(null)|\"\"",
                "base64(toBinary(\"ff00\"; \"hex\"))|\"/wA=\"",
                "toString(toBinary(\"4d 61\"; \"hex\"))|\"Ma\"",
                "sha256(\"what do ya want for nothing?\"; \"hex\"; \"Jefe\")|\"5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843\"",
                "sha256(\"what do ya want for nothing?\"; \"base64\"; \"4a656665\"; \"hex\")|\"W9zBRr9gdU5qBCQmCJV1x1oAPwidJzmDnexYuWTsOEM=\"",
                "sha1(\"abc\"; \"base64\")|\"qZk+NkcGgWq6PiVxeFDCbJzQ2J0=\"",
                "md5(\"Workfront\")|\"b994e4962de9d66f6a37e2794e4f4882\"",
                "map(1.Emails; \"email\")|[\"a@x\",\"b@x\",\"c@x\"]",
                "map(1.Emails; \"email\"; \"label\"; \"work,home\")|[\"a@x\",\"b@x\"]",
                "map(1.Emails; \"email\"; \"label\"; \"work, other\")|[\"a@x\",\"c@x\"]",
                "map(1.Emails; \"sender.name\")|[\"Z\",\"A\",\"M\"]",
                "get(map(1.Emails; \"email\"; \"label\"; \"home\"); 1)|\"b@x\"",
                "sort(map(1.Contacts; \"age\"))|[1,9,22,100]",
                "map(sort(1.Contacts; \"name\"); \"age\")|[22,1,100,9]",
                "map(sort(1.Contacts; \"desc\"; \"name\"); \"age\")|[9,100,22,1]",
                "map(sort(1.Contacts; \"asc ci\"; \"name\"); \"age\")|[9,22,1,100]",
                "map(sort(1.Emails; \"sender.name\"); \"email\")|[\"b@x\",\"c@x\",\"a@x\"]",
                "sort(1.mixed)|[true,2,10,\"a\",\"b\"]",
                "sort(1.mixed; \"desc\")|[\"b\",\"a\",10,2,true]",
                "map(distinct(1.Contacts; \"name\"); \"age\")|[22,9,100]",
                "deDuplicate(split(\"a,a\"; \",\"))|[\"a\"]",
                "flatten(1.nested)|[1,2,[3,[4]]]",
                "flatten(1.nested; 2)|[1,2,3,[4]]",
                "flatten(1.nested; 9)|[1,2,3,4]",
                "join(1.numbers; \"; \")|\"3; 10; 2; ; 7\"",
                "keys(1.User)|[\"name\",\"email\",\"password\"]",
                "merge(1.array; 1.unknown; split(\"q\"; \",\"))|[\"x\",\"y\",\"z\",\"q\"]",
                "slice(1.array; 1)|[\"y\",\"z\"]",
                "slice(1.array; 0; -1)|[\"x\",\"y\"]",
                "slice(1.array; 5)|[]",
                "first(emptyarray)|null",
                "toArray(pick(1.User; \"name\"))|[{\"key\":\"name\",\"value\":\"Bob\"}]",
                "toCollection(1.people; \"name\"; \"age\")|{\"Bob\":22,\"Tim\":23}",
                "remove(1.numbers; 7; 3)|[10,2,null]",
                "add(1.unknown; 1; 2)|[1,2]",
                "arrayDifference(1.array; split(\"z,q\"; \",\"))|[\"x\",\"y\"]",
                "arrayElement(1.array; 9)|null",
                "in(1.User.name; \"Bob\"; \"Tim\")|true",
                "power(2; -1)|0.5",
                "power(1.5; 2)|2.25"
            })
    void givesWhatIsDocumented(String expression, String json) {
        assertThat(world.json("{{" + expression + "}}")).isEqualTo(json);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "formatDate(1.d; \"MM/DD/YYYY\")|\"10/01/2018\"",
                "formatDate(1.d; \"YYYY-MM-DD hh:mm A\")|\"2018-10-01 09:32 AM\"",
                "formatDate(1.d; \"DD.MM.YYYY HH:mm\"; \"UTC\")|\"01.10.2018 07:32\"",
                "formatDate(1.d; \"HH:mm\"; \"Nowhere/Land\")|\"09:32\"",
                "formatDate(now; \"DD.MM.YYYY HH:mm\")|\"19.03.2019 15:30\"",
                "formatDate(now; \"YYYY-MM-DD[T]HH:mm:ssZ\")|\"2019-03-19T15:30:15+01:00\"",
                "parseDate(\"2016-12-28\"; \"YYYY-MM-DD\")|\"2016-12-27T23:00:00.000Z\"",
                "parseDate(\"2016-12-28 16:03\"; \"YYYY-MM-DD HH:mm\"; \"UTC\")|\"2016-12-28T16:03:00.000Z\"",
                "parseDate(\"2016-12-28 04:03 pm\"; \"YYYY-MM-DD hh:mm a\"; \"UTC\")|\"2016-12-28T16:03:00.000Z\"",
                "parseDate(1482940986; \"X\")|\"2016-12-28T16:03:06.000Z\"",
                "parseDate(1482940986)|\"2016-12-28T16:03:06.000Z\"",
                "parseDate(1482940986123)|\"2016-12-28T16:03:06.123Z\"",
                "parseDate(\"2016-12-28T16:03:06Z\")|\"2016-12-28T16:03:06.000Z\"",
                "setHour(\"2015-08-07T11:36:39.138Z\"; 6)|\"2015-08-07T04:36:39.138Z\"",
                "setDay(\"2018-06-27T11:36:39.138Z\"; \"Monday\")|\"2018-06-25T11:36:39.138Z\"",
                "setDay(\"2018-06-27T11:36:39.138Z\"; 1)|\"2018-06-24T11:36:39.138Z\"",
                "setDay(\"2018-06-27T11:36:39.138Z\"; 7)|\"2018-06-30T11:36:39.138Z\"",
                "setDay(\"2018-06-27T11:36:39.138Z\"; 8)|\"2018-07-01T11:36:39.138Z\"",
                "setDate(\"2015-08-07T11:36:39.138Z\"; 5)|\"2015-08-05T11:36:39.138Z\"",
                "setDate(\"2015-08-07T11:36:39.138Z\"; 32)|\"2015-09-01T11:36:39.138Z\"",
                "setMonth(\"2015-08-07T11:36:39.138Z\"; 5)|\"2015-05-07T11:36:39.138Z\"",
                "setMonth(\"2015-08-07T11:36:39.138Z\"; 17)|\"2016-05-07T11:36:39.138Z\"",
                "setMonth(\"2015-08-07T11:36:39.138Z\"; \"january\")|\"2015-01-07T12:36:39.138Z\"",
                "addDays(setDate(now; 1); -1)|\"2019-02-28T14:30:15.250Z\"",
                "parseDate(parseDate(formatDate(now; \"YYYYMM01\"); \"YYYYMMDD\"; \"UTC\") - 1; \"x\")|\"2019-02-28T23:59:59.999Z\"",
                "addMonths(\"2019-01-31T12:00:00Z\"; 1)|\"2019-02-28T12:00:00.000Z\"",
                "addDays(\"2019-03-30T12:00:00Z\"; 1)|\"2019-03-31T11:00:00.000Z\"",
                "addHours(\"2019-03-30T12:00:00Z\"; 24)|\"2019-03-31T12:00:00.000Z\"",
                "addHours(\"2019-03-30T12:00:00Z\"; 0.5)|\"2019-03-30T12:30:00.000Z\"",
                "dateDifference(\"2021-05-11T18:10:00Z\"; \"2021-05-11T18:00:00Z\"; \"minutes\")|10",
                "dateDifference(\"2021-05-11\"; \"2021-05-18\"; \"week\")|-1",
                "startOfMonth(\"2016-06-15T12:30:00.000Z\")|\"2016-05-31T22:00:00.000Z\"",
                "endOfMonth(\"2016-02-01T00:00:00.000Z\")|\"2016-02-29T22:59:59.999Z\"",
                "round((2.b - 2.a) / 1000 / 60 / 60 / 24)|31"
            })
    void datesFollowTheZoneOfTheScenario(String expression, String json) {
        World prague = new World()
                .in("Europe/Prague")
                .with(1, "{\"d\":\"2018-10-01T07:32:00Z\"}")
                .with(2, "{\"a\":\"2019-03-01T00:00:00+01:00\",\"b\":\"2019-04-01T00:00:00+02:00\"}");
        assertThat(prague.json("{{" + expression + "}}")).isEqualTo(json);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "setHour(\"2015-08-07T11:36:39.138Z\"; 6)|\"2015-08-07T06:36:39.138Z\"",
                "setHour(\"2015-08-07T11:36:39.138Z\"; -6)|\"2015-08-06T18:36:39.138Z\"",
                "endOfMonth(\"2016-06-15T12:30:00.000Z\")|\"2016-06-30T23:59:59.999Z\"",
                "startOfMonth(\"2024-02-14T08:00:00.000Z\")|\"2024-02-01T00:00:00.000Z\"",
                "dateMin(\"2015-01-01\"; \"2016-06-15\"; \"2014-03-20\")|\"2014-03-20T00:00:00.000Z\"",
                "isWeekend(\"2016-12-11\")|true",
                "isWeekend(\"2016-12-09\")|false",
                "dayOfWeek(\"2016-12-25\")|1",
                "addWeekDays(\"2016-12-10\"; 1)|\"2016-12-12T00:00:00.000Z\"",
                "addWeekDays(\"2016-12-09\"; 6)|\"2016-12-19T00:00:00.000Z\"",
                "weekDayDiff(\"2016-12-12\"; \"2016-12-09\")|1"
            })
    void datesInUtc(String expression, String json) {
        assertThat(new World().json("{{" + expression + "}}")).isEqualTo(json);
    }

    /** Of {@code 1.date} the n-th weekday, as Make's page teaches it. */
    @Test
    void theFormulaForTheSecondWednesdayWorks() {
        World world = new World().with(1, "{\"date\":\"2019-03-19\",\"n\":2,\"dow\":3}");
        String formula =
                "{{addDays(setDate(1.date; 1); 1.n * 7 - formatDate(addDays(setDate(1.date; 1); \"-\" + 1.dow); \"E\"))}}";
        assertThat(world.json(formula)).isEqualTo("\"2019-03-13T00:00:00.000Z\"");
    }

    @Test
    void theIdiomForARandomWholeNumberWorks() {
        assertThat(new World().value("{{floor(random * (10 - 1 + 1)) + 1}}")).isEqualTo(Num.of(3));
    }

    @Test
    void shufflesAlikeInARunThatIsWalkedAgain() {
        World world = new World().with(1, "{\"a\":[1,2,3,4,5,6,7,8,9]}");
        assertThat(world.value("{{shuffle(1.a)}}")).isEqualTo(world.value("{{shuffle(1.a)}}"));
        assertThat(world.value("{{sort(shuffle(1.a))}}")).isEqualTo(world.value("{{1.a}}"));
        assertThat(world.value("{{shuffle(1.a)}}")).isNotEqualTo(world.value("{{1.a}}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hi 👋🏽 there|Hi * there",
                "👨‍👩‍👧 family|* family",
                "🇫🇷🇨🇭|**",
                "1️⃣ and #1|* and #1",
                "❤️ and ❤|* and ❤",
                "no emoji 123 ©|no emoji 123 ©"
            })
    void replacesWholeEmoji(String text, String expected) {
        World world = new World().with(1, Fields.of("t", Text.of(text)));
        assertThat(world.value("{{replaceEmojiCharacters(1.t; \"*\")}}")).isEqualTo(Text.of(expected));
    }

    @Test
    void readsStoredFilesThroughTheScope() {
        World world = new World()
                .with(1, Fields.of("file", new Blob("a.txt", "text/plain", 4, new Blob.Content.Stored("x"))))
                .storing("Make".getBytes(StandardCharsets.UTF_8));
        assertThat(world.value("{{md5(1.file)}}")).isEqualTo(Text.of("529a05ca6c1263aab080ec4f20754411"));
        assertThat(world.value("{{toString(1.file)}}")).isEqualTo(Text.of("Make"));
        assertThat(world.value("File: {{1.file}}")).isEqualTo(Text.of("File: Make"));
        assertThat(world.value("{{1.file.name}}{{1.file.size}}")).isEqualTo(Text.of("a.txt4"));
        assertThat(world.value("{{length(1.file)}}")).isEqualTo(Num.of(4));
        assertThat(world.value("{{1.file.data = 1.file}}")).isEqualTo(Bool.TRUE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "formatDate(1.unknown; \"YYYY\")|formatDate|An empty value is not a date",
                "parseDate(\"hello\"; \"YYYY\")|parseDate|“hello” is not a date in the format YYYY",
                "round(\"abc\")|round|“abc” is not a number",
                "parseNumber(\"12 apples\")|parseNumber|“12 apples” is not a number with “.” before its decimals",
                "1.object * 2|*|A collection is not a number",
                "10 / 0|/|A number is divided by zero",
                "10 % 0|%|A number is divided by zero",
                "sqrt(-1)|sqrt|This has no result for this number",
                "power(10; 500)|power|The result is beyond 10^400",
                "addYears(now; 999999999)|addYears|The date is out of range",
                "toBinary(\"zz\"; \"hex\")|toBinary|The text is not correct hex",
                "sha1(\"a\"; \"rot13\")|sha1|The encoding “rot13” is not known",
                "keys(5)|keys|“5” is not a collection of fields",
                "dateDifference(now; now; \"fortnights\")|dateDifference|The unit “fortnights” is not known"
            })
    void errorsNameTheFunctionAndThePlace(String expression, String function, String message) {
        ExpressionError error = world.error("Total: {{" + expression + "}}!");
        assertThat(error.function()).isEqualTo(function);
        assertThat(error.message()).isEqualTo(message);
        assertThat(error.from()).isEqualTo(9);
        assertThat(error.to()).isEqualTo(9 + expression.length());
        assertThat(error.advice()).isNotBlank().doesNotContain("expression.advice");
        assertThat(error.message(Locale.FRENCH)).isNotEqualTo(message).doesNotContain("expression.");
    }

    @Test
    void onlyTheChosenArgumentIsEvaluated() {
        for (String expression : List.of(
                "if(true; 1; 1 / 0)",
                "if(false; 1 / 0; 1)",
                "ifempty(1; 1 / 0)",
                "switch(1; 1; 1; 1 / 0; 1 / 0)",
                "ifin(1; 1; 1; 1 / 0)",
                "case(1; 1; 1 / 0)",
                "if(true | (1 / 0); 1; 2)",
                "if(false & (1 / 0); 2; 1)")) {
            assertThat(world.value("{{" + expression + "}}")).as(expression).isEqualTo(Num.of(1));
        }
    }
}
