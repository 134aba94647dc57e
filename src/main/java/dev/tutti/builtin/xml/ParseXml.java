package dev.tutti.builtin.xml;

import dev.tutti.connector.Field;
import dev.tutti.connector.FieldType;
import dev.tutti.connector.MakeEquivalent;
import dev.tutti.connector.MakeNode;
import dev.tutti.connector.MakeTranslation;
import dev.tutti.connector.Module;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import dev.tutti.value.Blobs;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import dev.tutti.value.Xml;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Turns XML into fields. */
@Component
final class ParseXml implements Module {

    /** What is written in this way is a number and nothing else: no leading zeros, no plus, no exponent. */
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d{0,14})(\\.\\d{1,15})?");

    private static final ModuleSpec SPEC = ModuleSpec.logic("xml:parse")
            .disc("code", "#A84A08")
            .fields(
                    Field.of("xml", FieldType.ANY).require().lines().like("<order><no>4711</no></order>"),
                    Field.yesNo("numbersAsText").byDefault(true).inAdvanced())
            .open()
            .example(Fields.of("order", Fields.of("no", new Text("4711"), "customer", new Text("Ada Lovelace"))))
            .make(MakeEquivalent.of("xml:ParseXML", ParseXml::fromMake))
            .done();

    private final Blobs blobs;

    ParseXml(Blobs blobs) {
        this.blobs = blobs;
    }

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    @Override
    public Outcome run(Fields input, Invocation invocation) {
        boolean numbers = input.get("numbersAsText") != Bool.TRUE;
        return XmlFile.read(input.get("xml"), blobs, invocation, xml -> switch (XmlFile.parse(xml)) {
            case Xml.Parsed(Value value) -> Outcome.emitted((Fields) (numbers ? numbers(value) : value));
            case Xml.Malformed wrong -> XmlFile.malformed(invocation, wrong.said());
        });
    }

    private static Value numbers(Value value) {
        return switch (value) {
            case Text(String text) when NUMBER.matcher(text).matches() -> Num.of(text);
            case Items(List<Value> items) ->
                new Items(items.stream().map(ParseXml::numbers).toList());
            case Fields fields -> {
                Fields.Builder read = Fields.builder();
                fields.fields().forEach((name, part) -> read.put(name, numbers(part)));
                yield read.build();
            }
            default -> value;
        };
    }

    /** Make makes every element a list unless a data structure says otherwise. */
    private static MakeTranslation fromMake(MakeNode node) {
        return MakeTranslation.exact(Fields.of(
                        "xml", node.value("xml"), "numbersAsText", Bool.of(node.yes("preserveNumberAsText", false))))
                .but("builtin.make.xml");
    }
}
