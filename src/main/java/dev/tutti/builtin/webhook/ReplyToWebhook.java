package dev.tutti.builtin.webhook;

import dev.tutti.connector.Failures;
import dev.tutti.connector.Field;
import dev.tutti.connector.FieldType;
import dev.tutti.connector.MakeEquivalent;
import dev.tutti.connector.MakeNode;
import dev.tutti.connector.MakeTranslation;
import dev.tutti.connector.MakeWriting;
import dev.tutti.connector.Module;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.engine.Effect;
import dev.tutti.engine.Failure;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import dev.tutti.engine.Reply;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.util.List;
import org.springframework.stereotype.Component;

/** Answers whoever called the webhook. Only the first answer of a run counts. */
@Component
final class ReplyToWebhook implements Module {

    private static final ModuleSpec SPEC = ModuleSpec.action("webhook:reply", Effect.NONE)
            .disc("reply", "#B01F62")
            .fields(
                    Field.number("status").byDefault(200).between(200, 599),
                    Field.of("body", FieldType.ANY).byDefault("").lines(),
                    Field.pairs("headers").inAdvanced())
            .example(Fields.EMPTY)
            .make(MakeEquivalent.of("gateway:WebhookRespond", ReplyToWebhook::fromMake)
                    .back(ReplyToWebhook::toMake))
            .done();

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    @Override
    public Outcome run(Fields input, Invocation invocation) {
        List<Reply.Header> headers = headers(input);
        for (Reply.Header header : headers) {
            if (!sendable(header)) {
                return Failures.fail(
                        invocation, Failure.Kind.BUNDLE_VALIDATION, "builtin.webhook.header", printable(header.name()));
            }
        }
        int status = ((Num) input.get("status")).number().intValue();
        invocation.respond(new Reply(status, headers, input.get("body")));
        return Outcome.emitted(Fields.EMPTY);
    }

    private static List<Reply.Header> headers(Fields input) {
        return input.get("headers") instanceof Items pairs
                ? pairs.items().stream()
                        .map(Fields.class::cast)
                        .map(pair -> new Reply.Header(text(pair, "name"), text(pair, "value")))
                        .filter(header -> !header.name().isEmpty())
                        .toList()
                : List.of();
    }

    /** A line break in a header would begin another header (RFC 9110, section 5.5). */
    private static boolean sendable(Reply.Header header) {
        return header.name().matches("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,256}")
                && header.value().length() <= 4096
                && header.value().chars().noneMatch(c -> c < ' ' && c != '\t' || c == 0x7f);
    }

    private static String printable(String name) {
        return name.replaceAll("\\p{Cntrl}", " ");
    }

    private static String text(Fields pair, String key) {
        return pair.get(key) instanceof Text(String text) ? text : "";
    }

    private static MakeWriting toMake(Fields values) {
        List<Value> headers = values.get("headers") instanceof Items(List<Value> pairs)
                ? pairs.stream()
                        .filter(Fields.class::isInstance)
                        .<Value>map(pair ->
                                Fields.of("key", ((Fields) pair).get("name"), "value", ((Fields) pair).get("value")))
                        .toList()
                : List.of();
        return MakeWriting.of("gateway:WebhookRespond", 1)
                .mapped("status", values.has("status") ? values.get("status") : new Text("200"))
                .mapped("body", values.has("body") ? values.get("body") : Text.EMPTY)
                .mapped("headers", new Items(headers));
    }

    private static MakeTranslation fromMake(MakeNode node) {
        return MakeTranslation.exact(Fields.of(
                "status",
                new Text(node.has("status") ? node.text("status") : "200"),
                "body",
                node.has("body") ? node.value("body") : Text.EMPTY,
                "headers",
                node.items("headers", pair -> Fields.of("name", pair.get("key"), "value", pair.get("value")))));
    }
}
