package dev.tutti.expression;

import dev.tutti.value.Blob;
import dev.tutti.value.Bool;
import dev.tutti.value.Coercion;
import dev.tutti.value.DateText;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Moment;
import dev.tutti.value.Nothing;
import dev.tutti.value.Num;
import dev.tutti.value.NumberText;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Optional;

/** How operators compare and read values of unlike types, where Make says nothing and JavaScript is the model. */
final class Loose {
    private Loose() {}

    /** Of {@code if}, {@code &} and {@code |}: nothing, no, 0 and the empty text are not true; all else is. */
    static boolean truth(Value value) {
        return switch (value) {
            case Nothing _ -> false;
            case Bool bool -> bool.value();
            case Num(BigDecimal number) -> number.signum() != 0;
            case Text(String text) -> !text.isEmpty();
            case Moment _, Blob _, Items _, Fields _ -> true;
        };
    }

    static boolean isEmpty(Value value) {
        return value instanceof Nothing || (value instanceof Text(String text) && text.isEmpty());
    }

    /** A number, a text that is one or a date, a date in milliseconds, yes and no as 1 and 0. */
    static Optional<BigDecimal> number(Value value, ZoneId zone) {
        return switch (value) {
            case Num(BigDecimal number) -> Optional.of(number);
            case Bool bool -> Optional.of(bool.value() ? BigDecimal.ONE : BigDecimal.ZERO);
            case Moment moment -> Optional.of(BigDecimal.valueOf(moment.millis()));
            case Text(String text) ->
                NumberText.parse(text)
                        .map(Num::number)
                        .or(() ->
                                DateText.parse(text, zone).map(instant -> BigDecimal.valueOf(instant.toEpochMilli())));
            case Nothing _, Blob _, Items _, Fields _ -> Optional.empty();
        };
    }

    /** As {@code =} does: across types by number or date where both sides are one, else by text. */
    static boolean equal(Value a, Value b, ZoneId zone) {
        if (a.equals(b) || (isEmpty(a) && isEmpty(b))) {
            return true;
        }
        if (a.getClass() == b.getClass() || a instanceof Nothing || b instanceof Nothing) {
            return false;
        }
        if (a instanceof Text(String text) && b instanceof Bool bool) {
            return text.equals(bool.value() ? "true" : "false");
        }
        if (a instanceof Bool && b instanceof Text) {
            return equal(b, a, zone);
        }
        Optional<BigDecimal> left = number(a, zone);
        Optional<BigDecimal> right = number(b, zone);
        if (left.isPresent() && right.isPresent()) {
            return left.get().compareTo(right.get()) == 0;
        }
        boolean textual = a instanceof Text || b instanceof Text;
        return textual
                && Coercion.toText(a, zone) instanceof Coercion.Ok(Text one)
                && Coercion.toText(b, zone) instanceof Coercion.Ok(Text other)
                && one.equals(other);
    }

    /** As {@code <} does; empty where the two have no order. Digits in texts are compared as numbers. */
    static Optional<Integer> compare(Value a, Value b, ZoneId zone) {
        Optional<BigDecimal> left = a == Nothing.NULL ? Optional.of(BigDecimal.ZERO) : number(a, zone);
        Optional<BigDecimal> right = b == Nothing.NULL ? Optional.of(BigDecimal.ZERO) : number(b, zone);
        if (left.isPresent() && right.isPresent()) {
            return Optional.of(left.get().compareTo(right.get()));
        }
        return a instanceof Text(String one) && b instanceof Text(String other)
                ? Optional.of(one.compareTo(other))
                : Optional.empty();
    }
}
