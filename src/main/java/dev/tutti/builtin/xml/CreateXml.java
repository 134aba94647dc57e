package dev.tutti.builtin.xml;

import dev.tutti.connector.Field;
import dev.tutti.connector.FieldType;
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
import dev.tutti.value.Json;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import dev.tutti.value.Xml;
import org.springframework.stereotype.Component;

/** Writes values as XML. */
@Component
final class CreateXml implements Module {

    private static final ModuleSpec SPEC = ModuleSpec.logic("xml:create")
            .disc("code", "#A84A08")
            .fields(
                    Field.text("root").byDefault("root"),
                    Field.of("content", FieldType.ANY).require().lines(),
                    Field.yesNo("declaration").byDefault(true).inAdvanced(),
                    Field.yesNo("indent").byDefault(false).inAdvanced())
            .outputs(Output.text("xml"))
            .example(Fields.of("xml", new Text("<order><no>4711</no></order>")))
            .make(MakeEquivalent.of("xml:CreateXML", CreateXml::fromMake))
            .done();

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    /** A text that is JSON is written by hand and taken for what it says. */
    @Override
    public Outcome run(Fields input, Invocation invocation) {
        Value content = input.get("content");
        if (content instanceof Text(String text) && text.strip().startsWith("{")) {
            content = Json.parse(text).value().orElse(content);
        }
        String root = input.get("root") instanceof Text(String name) && !name.isBlank() ? name.strip() : "root";
        return Outcome.emitted(Fields.of(
                "xml",
                Text.of(Xml.write(
                        root, content, input.get("declaration") == Bool.TRUE, input.get("indent") == Bool.TRUE))));
    }

    private static MakeTranslation fromMake(MakeNode node) {
        return MakeTranslation.exact(Fields.of("content", node.mapper())).but("builtin.make.xml.root");
    }
}
