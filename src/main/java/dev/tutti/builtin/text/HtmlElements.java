package dev.tutti.builtin.text;

import dev.tutti.connector.Failures;
import dev.tutti.connector.Field;
import dev.tutti.connector.Module;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.connector.Output;
import dev.tutti.engine.Failure;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import dev.tutti.value.Fields;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.select.Selector.SelectorParseException;
import org.springframework.stereotype.Component;

/** Finds links, pictures, frames or whatever a CSS selector names in HTML: a bundle each. */
@Component
final class HtmlElements implements Module {

    private static final int MOST = 10_000;

    private static final ModuleSpec SPEC = ModuleSpec.logic("text:htmlElements")
            .disc("code", "#8A3FA0")
            .fields(
                    Field.text("html").lines(),
                    Field.select("elements", "link", "image", "iframe", "selector")
                            .byDefault("link"),
                    Field.text("selector")
                            .require()
                            .when("elements", "selector")
                            .like("table.prices td"),
                    Field.text("baseUrl").inAdvanced(),
                    Field.yesNo("continueIfEmpty").byDefault(false).inAdvanced())
            .outputs(
                    Output.text("url"),
                    Output.text("text"),
                    Output.text("title"),
                    Output.text("html"),
                    Output.collection("attributes"))
            .example(Fields.builder()
                    .put("url", new Text("https://example.com/order/4711"))
                    .put("text", new Text("Your order"))
                    .put("title", Text.EMPTY)
                    .put("html", new Text("<a href=\"/order/4711\">Your order</a>"))
                    .put("attributes", Fields.of("href", new Text("/order/4711")))
                    .build())
            .done();

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    @Override
    public Outcome run(Fields input, Invocation invocation) {
        String selector = switch (Search.text(input, "elements")) {
            case "image" -> "img";
            case "iframe" -> "iframe";
            case "selector" -> Search.text(input, "selector");
            default -> "a[href]";
        };
        try {
            List<Fields> found =
                    Jsoup.parse(Search.text(input, "html"), Search.text(input, "baseUrl")).select(selector).stream()
                            .limit(MOST)
                            .map(HtmlElements::bundle)
                            .toList();
            boolean empty = found.isEmpty() && Search.yes(input, "continueIfEmpty");
            return new Outcome.Emitted(empty ? List.of(Fields.EMPTY) : found);
        } catch (SelectorParseException wrong) {
            return Failures.fail(invocation, Failure.Kind.BUNDLE_VALIDATION, "builtin.text.selector", selector);
        }
    }

    private static Fields bundle(Element element) {
        String key = element.hasAttr("href") ? "href" : "src";
        String absolute = element.absUrl(key);
        Fields.Builder attributes = Fields.builder();
        element.attributes().forEach(attribute -> attributes.put(attribute.getKey(), Text.of(attribute.getValue())));
        return Fields.builder()
                .put("url", Text.of(absolute.isEmpty() ? element.attr(key) : absolute))
                .put("text", text(element))
                .put("title", Text.of(element.attr("title")))
                .put("html", Text.of(element.outerHtml()))
                .put("attributes", attributes.build())
                .build();
    }

    private static Value text(Element element) {
        return Text.of(element.normalName().equals("img") ? element.attr("alt") : element.text());
    }
}
