package dev.tutti.scenario.n8n;

import dev.tutti.connector.MakeNode;
import dev.tutti.scenario.n8n.JsTokens.Beyond;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Message;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.util.List;
import java.util.function.Consumer;

/** Settings of one node, brought into our mapping language. What has no translation is kept as text, and said. */
final class N8nText {

    private static final int LONGEST_SHOWN = 80;

    private final N8nData data;
    private final Consumer<Message> differs;

    /** @param differs hears of what could not be translated */
    N8nText(N8nData data, Consumer<Message> differs) {
        this.data = data;
        this.differs = differs;
    }

    /** Numbers become text, as forms hold them; all else keeps its shape. */
    Value of(Value value) {
        return switch (value) {
            case Text(String text) -> Text.of(of(text));
            case Num number -> Text.of(number.plain());
            case Items(List<Value> items) ->
                new Items(items.stream().map(this::of).toList());
            case Fields fields -> {
                Fields.Builder changed = Fields.builder();
                fields.fields().forEach((key, part) -> changed.put(key, of(part)));
                yield changed.build();
            }
            default -> value;
        };
    }

    String scalar(Value value) {
        return of(MakeNode.text(value));
    }

    /** A setting that begins with "=" is a template, any other is text as it stands. */
    String of(String text) {
        if (!text.startsWith("=")) {
            return text.contains("{{") ? constant(text) : text;
        }
        StringBuilder ours = new StringBuilder();
        int at = 1;
        while (at < text.length()) {
            int open = text.indexOf("{{", at);
            int close = open < 0 ? -1 : text.indexOf("}}", open);
            if (close < 0) {
                ours.append(text, at, text.length());
                break;
            }
            ours.append(text, at, open).append(hole(text.substring(open + 2, close)));
            at = close + 2;
        }
        return ours.toString();
    }

    private String hole(String source) {
        try {
            return "{{" + JsExpression.translate(source, data) + "}}";
        } catch (Beyond beyond) {
            String shown = source.strip();
            differs.accept(Message.of(
                    "exchange.n8n.expression",
                    shown.length() > LONGEST_SHOWN ? shown.substring(0, LONGEST_SHOWN) + "…" : shown));
            return constant("{{" + source + "}}");
        }
    }

    /** Text that would be taken for an expression stands as a constant. */
    private static String constant(String text) {
        return "{{" + JsExpression.quoted(text) + "}}";
    }
}
