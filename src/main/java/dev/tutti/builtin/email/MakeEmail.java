package dev.tutti.builtin.email;

import dev.tutti.connector.MakeNode;
import dev.tutti.connector.MakeTranslation;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Value;
import java.util.List;

/** Make's module that sends an e-mail. */
final class MakeEmail {

    private MakeEmail() {}

    static MakeTranslation translate(MakeNode node) {
        Fields.Builder values = Fields.builder();
        for (String key : List.of("to", "cc", "bcc")) {
            if (node.has(key)) {
                values.put(key, list(node.value(key)));
            }
        }
        for (String key : List.of("subject", "from", "replyTo")) {
            values.put(key, node.value(key));
        }
        if (node.text("contentType").equals("text")) {
            values.put("text", node.has("text") ? node.value("text") : node.value("content"));
        } else {
            values.put("html", node.has("html") ? node.value("html") : node.value("content"));
            values.put("text", node.value("text"));
        }
        values.put("attachments", attachments(node));
        String account = node.chosen("account").isEmpty() ? node.chosen("__IMTCONN__") : node.chosen("account");
        MakeTranslation translation = MakeTranslation.exact(values.build()).todo("builtin.make.email.smtp", account);
        return node.yes("saveAfterSent", false) ? translation.but("builtin.make.email.saved") : translation;
    }

    /** The whole list mapped, or file by file. */
    private static Value attachments(MakeNode node) {
        return node.value("attachments") instanceof Items
                ? node.items(
                        "attachments",
                        it -> Fields.of(
                                "file",
                                it.has("data") ? it.get("data") : it.get("content"),
                                "name",
                                it.get("fileName")))
                : node.value("attachments");
    }

    private static Value list(Value value) {
        return value instanceof Items ? value : Items.of(value);
    }
}
