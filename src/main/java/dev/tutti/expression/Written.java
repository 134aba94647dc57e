package dev.tutti.expression;

import dev.tutti.value.Blob;
import dev.tutti.value.Bool;
import dev.tutti.value.Coercion;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Message;
import dev.tutti.value.Moment;
import dev.tutti.value.Nothing;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.nio.charset.Charset;
import java.util.Optional;

/** A value inside text: nothing is nothing, dates are ISO 8601, collections JSON, lists have commas between. */
final class Written {
    private Written() {}

    static String of(Value value, Context context, Site site) {
        return switch (value) {
            case Text(String text) -> text;
            case Nothing _ -> "";
            case Num number -> number.plain();
            case Bool bool -> bool.value() ? "true" : "false";
            case Moment moment -> moment.iso();
            case Blob blob -> decoded(blob, context, site);
            case Items _, Fields _ -> composed(value, context, site);
        };
    }

    private static String composed(Value value, Context context, Site site) {
        return switch (Coercion.toText(value, context.scope().zone())) {
            case Coercion.Ok(Text(String text)) -> {
                context.make(text.length(), site);
                yield text;
            }
            case Coercion.Refused(Message said) -> throw site.halt(said, Message.of("expression.advice.type"));
            case Coercion.Ok(Value other) -> throw new IllegalStateException("not a text: " + other);
        };
    }

    private static String decoded(Blob blob, Context context, Site site) {
        Optional<Charset> charset = blob.charset();
        if (charset.isEmpty()) {
            throw site.halt("expression.error.blob", "expression.advice.blob", blob.name());
        }
        return new String(bytes(blob, context, site), charset.get());
    }

    /** The content of a file of any kind, within the limit of size. */
    static byte[] bytes(Blob blob, Context context, Site site) {
        context.make(blob.size(), site);
        try {
            return context.scope().bytes(blob);
        } catch (IllegalArgumentException unreadable) {
            throw site.halt("expression.error.unreadable", "expression.advice.unreadable", blob.name());
        }
    }
}
