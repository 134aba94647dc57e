package dev.tutti.builtin.text;

import dev.tutti.connector.Field;
import dev.tutti.connector.MakeEquivalent;
import dev.tutti.connector.MakeNode;
import dev.tutti.connector.MakeTranslation;
import dev.tutti.connector.Module;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.connector.Output;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Text;
import org.jsoup.Jsoup;
import org.springframework.stereotype.Component;

/** Takes the tags out of HTML and leaves a text that can be read. */
@Component
final class HtmlToText implements Module {

    private static final ModuleSpec SPEC = ModuleSpec.logic("text:htmlToText")
            .disc("text", "#8A3FA0")
            .fields(
                    Field.text("html").lines(),
                    Field.select("newline", "lf", "crlf", "cr").byDefault("lf").inAdvanced(),
                    Field.yesNo("uppercaseHeadings").byDefault(false).inAdvanced(),
                    Field.yesNo("links").byDefault(true).inAdvanced())
            .outputs(Output.text("text"))
            .example(Fields.of("text", new Text("Hello Ada,\n\nyour order is on its way.")))
            .make(MakeEquivalent.of("regexp:HTMLToText", HtmlToText::fromMake))
            .done();

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    @Override
    public Outcome run(Fields input, Invocation invocation) {
        String text = new PlainText(Search.yes(input, "uppercaseHeadings"), Search.yes(input, "links"))
                .of(Jsoup.parse(Search.text(input, "html")));
        String newline = switch (Search.text(input, "newline")) {
            case "crlf" -> "\r\n";
            case "cr" -> "\r";
            default -> "\n";
        };
        return Outcome.emitted(Fields.of("text", Text.of(text.replace("\n", newline))));
    }

    private static MakeTranslation fromMake(MakeNode node) {
        String newline = node.text("newline");
        return MakeTranslation.exact(Fields.builder()
                .put("html", node.value("html"))
                .put("newline", Text.of(newline.equals("crlf") || newline.equals("cr") ? newline : "lf"))
                .put("uppercaseHeadings", Bool.of(node.yes("uppercaseHeadings", true)))
                .build());
    }
}
