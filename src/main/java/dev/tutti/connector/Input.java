package dev.tutti.connector;

import dev.tutti.value.Bool;
import dev.tutti.value.Coercion;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Json;
import dev.tutti.value.Message;
import dev.tutti.value.Nothing;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Brings what was mapped into a module to the types that its fields declare. */
final class Input {

    private final Words words;
    private final ZoneId zone;
    private final Locale locale;

    private Input(Words words, ZoneId zone, Locale locale) {
        this.words = words;
        this.zone = zone;
        this.locale = locale;
    }

    /** The input a module may rely on, or the field that stands in the way. */
    sealed interface Checked {
        record Good(Fields input) implements Checked {}

        /**
         * @param path such as {@code headers[2].value}
         * @param message says the field and the cause
         */
        record Bad(String path, String message) implements Checked {}
    }

    static Checked check(List<Field> fields, Fields input, Words words, ZoneId zone, Locale locale) {
        try {
            return new Checked.Good(new Input(words, zone, locale).fields(fields, input, "", ""));
        } catch (Refused refused) {
            return new Checked.Bad(refused.path, refused.sentence);
        }
    }

    private Fields fields(List<Field> fields, Fields input, String path, String names) {
        Fields.Builder good = Fields.builder();
        for (Field field : fields) {
            if (!shown(field, fields, input)) {
                continue;
            }
            Value value = present(field, input.get(field.key()));
            if (value == Nothing.NULL && field.required()) {
                String label = words.label(names + field.key(), locale);
                throw new Refused(path + field.key(), Message.of("builtin.input.missing", label));
            }
            if (value != Nothing.NULL) {
                good.put(field.key(), coerce(field, value, path + field.key(), names + field.key()));
            }
        }
        return good.build();
    }

    /** The value, its default where it is empty, or nothing. */
    private static Value present(Field field, Value value) {
        boolean textual =
                field.type() == FieldType.TEXT || field.type() == FieldType.ANY || field.type() == FieldType.JSON;
        boolean empty = value == Nothing.NULL
                || value == Nothing.IGNORE
                || (value.equals(Text.EMPTY) && (!textual || field.required()));
        return empty ? standard(field) : value;
    }

    static Value standard(Field field) {
        return switch (field.defaultValue()) {
            case null -> Nothing.NULL;
            case Boolean yes -> Bool.of(yes);
            case Number number -> new Num(new BigDecimal(number.toString()));
            case Object other -> new Text(other.toString());
        };
    }

    private static boolean shown(Field field, List<Field> siblings, Fields input) {
        if (field.showIf().isEmpty()) {
            return true;
        }
        Field.ShowIf condition = field.showIf().get();
        for (Field other : siblings) {
            if (other.key().equals(condition.field())) {
                String value = plain(present(other, input.get(other.key())));
                return condition.values().contains(value) && shown(other, siblings, input);
            }
        }
        return false;
    }

    private static String plain(Value value) {
        return switch (value) {
            case Text(String text) -> text;
            case Bool bool -> Boolean.toString(bool.value());
            case Num number -> number.plain();
            default -> "";
        };
    }

    private Value coerce(Field field, Value value, String path, String names) {
        return switch (field.type()) {
            case TEXT, WEBHOOK, DATASTORE, STRUCTURE, SCENARIO -> ok(Coercion.toText(value, zone), path, names);
            case NUMBER, DURATION, MODULE ->
                bounded(field, ok(Coercion.toNumber(value, zone), path, names), path, names);
            case BOOLEAN -> ok(Coercion.toBool(value, zone), path, names);
            case DATE -> ok(Coercion.toMoment(value, zone), path, names);
            case FILE -> ok(Coercion.toBlob(value, zone), path, names);
            case SELECT -> option(field, ok(Coercion.toText(value, zone), path, names), path, names);
            case COLLECTION -> collection(field, value, path, names);
            case ARRAY, KEYVALUE -> items(field, value, path, names);
            case ANY, JSON, FILTER, SCHEDULE -> value == Nothing.ERASE ? Text.EMPTY : value;
        };
    }

    private Value collection(Field field, Value value, String path, String names) {
        Fields fields = (Fields) ok(Coercion.toFields(parsed(value), zone), path, names);
        return field.fields().isEmpty() ? fields : fields(field.fields(), fields, path + ".", names + ".");
    }

    /** A collection written by hand is JSON: the mapping language has no notation for one. */
    private static Value parsed(Value value) {
        return value instanceof Text(String text) && text.stripLeading().startsWith("{")
                ? Json.parse(text).value().orElse(value)
                : value;
    }

    private Value items(Field field, Value value, String path, String names) {
        Value list = field.type() == FieldType.KEYVALUE && value instanceof Fields map ? pairs(map) : value;
        List<Value> items = new ArrayList<>();
        int number = 0;
        for (Value item : ((Items) ok(Coercion.toItems(list, zone), path, names)).items()) {
            number++;
            if (!(item instanceof Nothing)) {
                items.add(item(field, item, path + "[" + number + "]", names));
            }
        }
        return new Items(items);
    }

    private Value item(Field field, Value item, String path, String names) {
        if (!field.fields().isEmpty()) {
            Fields parts = item instanceof Fields fields
                    ? fields
                    : Fields.of(field.fields().getFirst().key(), item);
            return fields(field.fields(), parts, path + ".", names + ".");
        }
        return field.item().isPresent() ? coerce(field.item().get(), item, path, names) : item;
    }

    private static Items pairs(Fields map) {
        return new Items(map.fields().entrySet().stream()
                .<Value>map(entry -> Fields.of("name", new Text(entry.getKey()), "value", entry.getValue()))
                .toList());
    }

    private Value bounded(Field field, Value value, String path, String names) {
        BigDecimal number = ((Num) value).number();
        boolean low = field.min().filter(min -> number.compareTo(min) < 0).isPresent();
        boolean high = field.max().filter(max -> number.compareTo(max) > 0).isPresent();
        if (low || high) {
            throw new Refused(
                    path,
                    Message.of(
                            "builtin.input.range",
                            words.label(names, locale),
                            ((Num) value).plain(),
                            field.min().map(BigDecimal::toPlainString).orElse("-∞"),
                            field.max().map(BigDecimal::toPlainString).orElse("∞")));
        }
        return value;
    }

    private Value option(Field field, Value value, String path, String names) {
        String text = ((Text) value).text().strip();
        return field.options().stream()
                .filter(option -> option.equalsIgnoreCase(text))
                .findFirst()
                .<Value>map(Text::new)
                .orElseThrow(() -> new Refused(
                        path,
                        Message.of(
                                "builtin.input.option",
                                words.label(names, locale),
                                text,
                                String.join(", ", field.options()))));
    }

    private Value ok(Coercion coercion, String path, String names) {
        return switch (coercion) {
            case Coercion.Ok(Value value) -> value;
            case Coercion.Refused(Message said) ->
                throw new Refused(
                        path, Message.of("builtin.input.refused", words.label(names, locale), said.in(locale)));
        };
    }

    /** Ends the check at the first field in the way; never leaves this class. */
    private final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient String path;
        private final transient String sentence;

        Refused(String path, Message said) {
            super(said.key(), null, false, false);
            this.path = path;
            this.sentence = said.in(locale);
        }
    }
}
