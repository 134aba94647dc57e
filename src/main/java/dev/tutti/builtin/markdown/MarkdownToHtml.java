package dev.tutti.builtin.markdown;

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
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.springframework.stereotype.Component;

/** Turns Markdown into HTML. */
@Component
final class MarkdownToHtml implements Module {

    private static final List<Extension> GITHUB = List.of(TablesExtension.create(), StrikethroughExtension.create());

    private static final ModuleSpec SPEC = ModuleSpec.logic("markdown:toHtml")
            .disc("pilcrow", "#3D5A80")
            .fields(
                    Field.text("markdown").require().lines(),
                    Field.yesNo("tables").byDefault(true).inAdvanced(),
                    Field.yesNo("safe").byDefault(true).inAdvanced())
            .outputs(Output.text("html"))
            .example(Fields.of("html", new Text("<h1>Hello Ada</h1>\n")))
            .make(MakeEquivalent.of("markdown:Compile", MarkdownToHtml::fromMake))
            .done();

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    @Override
    public Outcome run(Fields input, Invocation invocation) {
        List<Extension> extensions = input.get("tables") == Bool.TRUE ? GITHUB : List.of();
        boolean safe = input.get("safe") == Bool.TRUE;
        Parser parser =
                Parser.builder().extensions(extensions).maxOpenBlockParsers(100).build();
        HtmlRenderer renderer = HtmlRenderer.builder()
                .extensions(extensions)
                .escapeHtml(safe)
                .sanitizeUrls(safe)
                .build();
        String html = renderer.render(parser.parse(((Text) input.get("markdown")).text()));
        return Outcome.emitted(Fields.of("html", Text.of(html)));
    }

    private static MakeTranslation fromMake(MakeNode node) {
        return MakeTranslation.exact(Fields.of(
                        "markdown",
                        node.value("data"),
                        "tables",
                        Bool.of(node.yes("gfm", true)),
                        "safe",
                        Bool.of(node.yes("sanitize", false))))
                .but("builtin.make.markdown");
    }
}
