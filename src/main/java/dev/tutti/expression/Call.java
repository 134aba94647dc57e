package dev.tutti.expression;

import dev.tutti.value.Blob;
import dev.tutti.value.Coercion;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Message;
import dev.tutti.value.Moment;
import dev.tutti.value.Nothing;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One application of a function: its arguments, evaluated when first asked for, in the types it wants. */
final class Call {
    private final Context context;
    private final Site site;
    private final Node[] arguments;
    private final @Nullable Value[] evaluated;

    Call(Context context, Site site, Node[] arguments) {
        this.context = context;
        this.site = site;
        this.arguments = arguments;
        this.evaluated = new Value[arguments.length];
    }

    Scope scope() {
        return context.scope();
    }

    Context context() {
        return context;
    }

    Site site() {
        return site;
    }

    int count() {
        return arguments.length;
    }

    /** The argument, from 0; nothing where it was not given. */
    Value value(int at) {
        if (at >= arguments.length) {
            return Nothing.NULL;
        }
        Value known = evaluated[at];
        if (known == null) {
            known = arguments[at].in(context);
            evaluated[at] = known;
        }
        return known;
    }

    boolean isGiven(int at) {
        return at < arguments.length && value(at) != Nothing.NULL;
    }

    String text(int at) {
        return written(value(at));
    }

    String text(int at, String otherwise) {
        return isGiven(at) ? text(at) : otherwise;
    }

    String written(Value value) {
        return Written.of(value, context, site);
    }

    BigDecimal number(int at) {
        return number(value(at));
    }

    /** Dates count in milliseconds, yes and no as 1 and 0. */
    BigDecimal number(Value value) {
        return Loose.number(value, zone()).orElseThrow(() -> refused(Coercion.toNumber(value, zone())));
    }

    /** A whole number within what any length or position can be; decimals are cut off. */
    int integer(int at) {
        BigDecimal number = number(at);
        return number.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) > 0
                ? Integer.MAX_VALUE
                : number.compareTo(BigDecimal.valueOf(-Integer.MAX_VALUE)) < 0 ? -Integer.MAX_VALUE : number.intValue();
    }

    int integer(int at, int otherwise) {
        return isGiven(at) ? integer(at) : otherwise;
    }

    /** A list; nothing is the empty list, anything else a list of itself. */
    List<Value> items(int at) {
        Value value = value(at);
        List<Value> items = value instanceof Items(List<Value> given)
                ? given
                : value instanceof Nothing ? List.of() : List.of(value);
        context.items(items.size(), site);
        return items;
    }

    Fields fields(int at) {
        return switch (value(at)) {
            case Fields fields -> fields;
            case Nothing _ -> Fields.EMPTY;
            default -> throw refused(Coercion.toFields(value(at), zone()));
        };
    }

    Moment moment(int at) {
        return moment(value(at));
    }

    Moment moment(Value value) {
        Coercion coerced = Coercion.toMoment(value, zone());
        if (coerced instanceof Coercion.Ok(Moment moment)) {
            return moment;
        }
        throw refused(coerced);
    }

    ZonedDateTime local(int at) {
        return moment(at).instant().atZone(zone());
    }

    byte[] bytes(int at) {
        return value(at) instanceof Blob blob
                ? Written.bytes(blob, context, site)
                : text(at).getBytes(StandardCharsets.UTF_8);
    }

    /** These arguments, or the items of a list that stands alone. */
    List<Value> rest(int from) {
        if (count() == from + 1 && value(from) instanceof Items) {
            return items(from);
        }
        List<Value> rest = new ArrayList<>(count());
        for (int i = from; i < count(); i++) {
            rest.add(value(i));
        }
        return rest;
    }

    ZoneId zone() {
        return context.scope().zone();
    }

    /** The zone of this name; that of the scenario where there is none of the name, as in Make. */
    ZoneId zone(int at) {
        String name = text(at).strip();
        if (name.isEmpty()) {
            return zone();
        }
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return zone();
        }
    }

    Locale locale() {
        return context.scope().locale();
    }

    Value make(String text) {
        context.make(text.length(), site);
        return Text.of(text);
    }

    Value make(List<Value> items) {
        context.make(8L * items.size(), site);
        return items.isEmpty() ? Items.EMPTY : new Items(items);
    }

    Value make(BigDecimal number) {
        return new Num(number);
    }

    /** @param key of {@code expression.error}, which has an {@code expression.advice} of the same name */
    Halt halt(String key, Object... arguments) {
        return site.halt("expression.error." + key, "expression.advice." + key, arguments);
    }

    private Halt refused(Coercion coercion) {
        return coercion instanceof Coercion.Refused(Message said)
                ? site.halt(said, Message.of("expression.advice.type"))
                : site.halt("expression.error.type", "expression.advice.type");
    }
}
