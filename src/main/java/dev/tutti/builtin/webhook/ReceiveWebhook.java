package dev.tutti.builtin.webhook;

import dev.tutti.connector.CatalogueOnly;
import dev.tutti.connector.Field;
import dev.tutti.connector.FieldType;
import dev.tutti.connector.MakeEquivalent;
import dev.tutti.connector.MakeNode;
import dev.tutti.connector.MakeTranslation;
import dev.tutti.connector.MakeWriting;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.connector.Output;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Starts a scenario with each request to its address. The request itself is taken in by the trigger. */
@Component
final class ReceiveWebhook implements CatalogueOnly {

    private static final Output HEADERS = Output.list("__IMTHEADERS__", Output.text("name"), Output.text("value"));
    private static final Output METHOD = Output.text("__IMTMETHOD__");

    private static final ModuleSpec SPEC = ModuleSpec.trigger("webhook:receive")
            .disc("webhook", "#B01F62")
            .fields(
                    Field.of("address", FieldType.WEBHOOK).unmapped(),
                    Field.yesNo("headers").byDefault(false).unmapped().inAdvanced(),
                    Field.yesNo("method").byDefault(false).unmapped().inAdvanced())
            .outputs(HEADERS, METHOD)
            .open()
            .example(Fields.of("name", new Text("Ada Lovelace"), "email", new Text("ada@example.com")))
            .make(MakeEquivalent.of("gateway:CustomWebHook", ReceiveWebhook::fromMake)
                    .back(ReceiveWebhook::toMake))
            .done();

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    @Override
    public List<Output> outputs(Fields values) {
        List<Output> outputs = new ArrayList<>();
        if (values.get("headers") == Bool.TRUE) {
            outputs.add(HEADERS);
        }
        if (values.get("method") == Bool.TRUE) {
            outputs.add(METHOD);
        }
        return outputs;
    }

    private static MakeWriting toMake(Fields values) {
        MakeWriting writing = MakeWriting.of("gateway:CustomWebHook", 1).set("maxResults", Num.of(1));
        return values.get("headers") == Bool.TRUE || values.get("method") == Bool.TRUE
                ? writing.but("builtin.make.webhook.out")
                : writing;
    }

    /** Make keeps these two settings outside the blueprint; what the node learned to return gives them away. */
    private static MakeTranslation fromMake(MakeNode node) {
        return MakeTranslation.exact(Fields.of(
                "headers",
                Bool.of(learned(node, "__IMTHEADERS__")),
                "method",
                Bool.of(learned(node, "__IMTMETHOD__"))));
    }

    private static boolean learned(MakeNode node, String name) {
        return node.metadata().get("interface") instanceof Items known
                && known.items().stream()
                        .anyMatch(item -> item instanceof Fields field
                                && field.get("name").equals(new Text(name)));
    }
}
