package dev.tutti.scenario.exchange;

import dev.tutti.connector.MakeNode;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/** Looks into values of which nothing is certain: what is not as it should be counts as empty. */
public final class Look {

    /** As long as a name may be here. */
    private static final int LONGEST_NAME = 120;

    private Look() {}

    public static Fields fields(Fields in, String name) {
        return in.get(name) instanceof Fields fields ? fields : Fields.EMPTY;
    }

    public static Items items(Fields in, String name) {
        return in.get(name) instanceof Items items ? items : Items.EMPTY;
    }

    /** The collections in a list. */
    public static List<Fields> each(Fields in, String name) {
        return items(in, name).items().stream()
                .filter(Fields.class::isInstance)
                .map(Fields.class::cast)
                .toList();
    }

    /** Numbers and booleans as text; empty for anything else. */
    public static String text(Fields in, String name) {
        return MakeNode.text(in.get(name));
    }

    public static boolean yes(Fields in, String name, boolean otherwise) {
        return MakeNode.yes(in.get(name), otherwise);
    }

    /** A whole number, also one that stands as text. */
    public static OptionalInt whole(Value value) {
        try {
            return switch (value) {
                case Num num -> OptionalInt.of(num.number().intValueExact());
                case Text(String text)
                when text.length() < 12 -> OptionalInt.of(new BigDecimal(text.strip()).intValueExact());
                default -> OptionalInt.empty();
            };
        } catch (ArithmeticException | NumberFormatException notANumber) {
            return OptionalInt.empty();
        }
    }

    /** What somebody called a thing, cut to what a name may be. */
    public static Optional<String> name(Value value) {
        String text = MakeNode.text(value).strip();
        return text.isEmpty() ? Optional.empty() : Optional.of(cut(text, LONGEST_NAME));
    }

    /** Never in the middle of a character of two units. */
    public static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    /** The value with each text inside of it changed. */
    public static Value texts(Value value, UnaryOperator<String> change) {
        return switch (value) {
            case Text(String text) -> Text.of(change.apply(text));
            case Items(List<Value> items) ->
                new Items(items.stream().map(item -> texts(item, change)).toList());
            case Fields fields -> texts(fields, change);
            default -> value;
        };
    }

    public static Fields texts(Fields fields, UnaryOperator<String> change) {
        Fields.Builder changed = Fields.builder();
        fields.fields().forEach((key, value) -> changed.put(key, texts(value, change)));
        return changed.build();
    }
}
