package dev.tutti.builtin.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.builtin.Asked;
import dev.tutti.builtin.ModuleBench;
import dev.tutti.connector.Modules;
import dev.tutti.connector.Output;
import dev.tutti.engine.Failure;
import dev.tutti.value.Fields;
import dev.tutti.value.Nothing;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import org.junit.jupiter.api.Test;

@ModuleBench
class TextModulesTest {

    private final Modules modules;
    private final Asked match;
    private final Asked replace;
    private final Asked toText;
    private final Asked htmlElements;
    private final Asked elements;

    TextModulesTest(Modules modules) {
        this.modules = modules;
        match = new Asked(modules, "text:match");
        replace = new Asked(modules, "text:replace");
        toText = new Asked(modules, "text:htmlToText");
        htmlElements = new Asked(modules, "text:htmlElements");
        elements = new Asked(modules, "text:elements");
    }

    @Test
    void theFirstMatchHasItsGroupsByNumberAndByName() {
        Fields found = match.bundle("text", "Order 12, order 34", "pattern", "(?<what>Order|Paid) (\\d+)(x)?");
        assertThat(found)
                .isEqualTo(Fields.builder()
                        .put("i", Num.of(1))
                        .put("__IMTMATCH__", new Text("Order 12"))
                        .put("$1", new Text("Order"))
                        .put("$2", new Text("12"))
                        .put("$3", Nothing.NULL)
                        .put("what", new Text("Order"))
                        .build());
    }

    @Test
    void allMatchesAreABundleEach() {
        assertThat(match.bundles("text", "a1 A2", "pattern", "a(\\d)", "global", true))
                .hasSize(1);
        assertThat(match.bundles("text", "a1 A2", "pattern", "a(\\d)", "global", true, "caseSensitive", false))
                .extracting(bundle -> bundle.get("$1"))
                .containsExactly(new Text("1"), new Text("2"));
        assertThat(match.bundles("text", "a\nb", "pattern", "^.$", "global", true, "multiline", true))
                .hasSize(2);
        assertThat(match.bundles("text", "a\nb", "pattern", "a.b", "singleline", true))
                .hasSize(1);
    }

    @Test
    void withoutAMatchNothingGoesOnUnlessWanted() {
        assertThat(match.bundles("text", "a", "pattern", "b")).isEmpty();
        assertThat(match.bundles("text", "a", "pattern", "b", "continueIfEmpty", true))
                .containsExactly(Fields.EMPTY);
    }

    @Test
    void tellsItsGroupsBeforeARun() {
        assertThat(modules.outputs("text:match", Fields.of("pattern", new Text("(?<no>\\d+)-(a|b)"))))
                .extracting(Output::key)
                .containsExactly("i", "__IMTMATCH__", "$1", "$2", "no");
    }

    @Test
    void refusesPatternsThatCannotBeSearchedInTime() {
        assertThat(match.failure("text", "a", "pattern", "(?=a)").kind()).isEqualTo(Failure.Kind.BUNDLE_VALIDATION);
        assertThat(match.failure("text", "a", "pattern", "(a").kind()).isEqualTo(Failure.Kind.BUNDLE_VALIDATION);
        assertThat(match.failure("text", "a", "pattern", "((a{900}){900}){900}").kind())
                .isEqualTo(Failure.Kind.BUNDLE_VALIDATION);
        long before = System.nanoTime();
        match.bundles("text", "a".repeat(200_000) + "!", "pattern", "(a+)+$");
        assertThat(System.nanoTime() - before).as("linear in the text").isLessThan(10_000_000_000L);
    }

    @Test
    void replacesWithGroupsAndTheMatchItself() {
        assertThat(replace.text(
                        "text",
                        "text",
                        "Lovelace, Ada",
                        "pattern",
                        "(\\w+), (\\w+)",
                        "replacement",
                        "$2 $1 [$&] $$ $9"))
                .isEqualTo("Ada Lovelace [Lovelace, Ada] $ $9");
        assertThat(replace.text("text", "text", "a a", "pattern", "a", "replacement", "b", "global", false))
                .isEqualTo("b a");
        assertThat(replace.text("text", "text", "abc", "pattern", "x*", "replacement", "-"))
                .isEqualTo("-a-b-c-");
    }

    @Test
    void htmlBecomesATextThatCanBeRead() {
        String html = """
                <html><head><title>no</title><style>p{}</style></head><body><h1>Hello  Ada</h1>
                <p>your <b>order</b> is<br>on its <a href="https://x.example">way</a>.</p>
                <ul><li>Pen</li><li>Ink</li></ul><script>alert(1)</script></body></html>
                """;
        assertThat(toText.text("text", "html", html))
                .isEqualTo("Hello Ada\n\nyour order is\non its way [https://x.example].\n\n* Pen\n* Ink");
        assertThat(toText.text("text", "html", html, "uppercaseHeadings", true, "links", false, "newline", "crlf"))
                .isEqualTo("HELLO ADA\r\n\r\nyour order is\r\non its way.\r\n\r\n* Pen\r\n* Ink");
        assertThat(toText.text("text", "html", "<div>".repeat(20_000) + "deep")).isEqualTo("deep");
    }

    @Test
    void findsElementsOfHtml() {
        String html = "<a href='/o/1' title='T'>One</a><a name=x>no</a><img src=p.png alt=Pic><td class=v>7</td>";
        Fields link = htmlElements.bundle("html", html, "baseUrl", "https://x.example/a/");
        assertThat(link.get("url")).isEqualTo(new Text("https://x.example/o/1"));
        assertThat(link.get("text")).isEqualTo(new Text("One"));
        assertThat(htmlElements.text("text", "html", html, "elements", "image")).isEqualTo("Pic");
        assertThat(htmlElements.text("text", "html", "<table>" + html, "elements", "selector", "selector", "[class=v]"))
                .isEqualTo("7");
        assertThat(htmlElements
                        .failure("html", html, "elements", "selector", "selector", "a[[")
                        .kind())
                .isEqualTo(Failure.Kind.BUNDLE_VALIDATION);
        assertThat(htmlElements.bundles("html", "", "continueIfEmpty", true)).containsExactly(Fields.EMPTY);
    }

    @Test
    void findsElementsOfTexts() {
        String text =
                "Write to ada@x.example or bo@y.example, see https://x.example/a?b=1. Call +33 1 23 45 67 89! ada@x.example";
        assertThat(elements.bundles("text", text, "distinct", true))
                .extracting(bundle -> bundle.get("match"))
                .containsExactly(new Text("ada@x.example"), new Text("bo@y.example"));
        assertThat(elements.text("match", "text", text, "elements", "url")).isEqualTo("https://x.example/a?b=1");
        assertThat(elements.text("match", "text", text, "elements", "phone")).isEqualTo("+33 1 23 45 67 89");
        assertThat(elements.bundles("text", text)).hasSize(3);
    }
}
