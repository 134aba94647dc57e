package dev.tutti.connector;

import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Nothing;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One node of a Make blueprint, as exported. Texts may hold {@code {{…}}} with Make's module numbers, which are ours.
 *
 * @param id Make's number of the node
 * @param module such as "http:ActionSendData"
 * @param parameters the static settings, never mapped
 * @param mapper the mapped settings; empty where the export has null
 * @param flags of aggregators: groupBy, stopIfEmpty
 * @param metadata what Make's editor remembers, such as labels of chosen connections
 */
public record MakeNode(
        int id, String module, int version, Fields parameters, Fields mapper, Fields flags, Fields metadata) {

    /** A setting as it stands, mapped or static; nothing where the node does not have it. */
    public Value value(String key) {
        return mapper.has(key) ? mapper.get(key) : parameters.get(key);
    }

    /** A setting as text; empty where the node does not have it. */
    public String text(String key) {
        return text(value(key));
    }

    /** A setting as yes or no. Exports hold booleans and sometimes "true". */
    public boolean yes(String key, boolean otherwise) {
        return yes(value(key), otherwise);
    }

    public boolean has(String key) {
        return !(value(key) instanceof Nothing)
                && !value(key).equals(Text.EMPTY)
                && !value(key).equals(Items.EMPTY);
    }

    /** The collections in a list setting, each brought into our shape. */
    public Items items(String key, UnaryOperator<Fields> shape) {
        List<Value> items = value(key) instanceof Items list ? list.items() : List.of();
        return new Items(items.stream()
                .filter(Fields.class::isInstance)
                .<Value>map(item -> shape.apply((Fields) item))
                .toList());
    }

    /** What Make's editor called the choice in this field, such as the name of a data store. */
    public String chosen(String key) {
        Value restore = metadata.get("restore") instanceof Fields fields ? fields.get("parameters") : Nothing.NULL;
        Value field = restore instanceof Fields fields ? fields.get(key) : Nothing.NULL;
        return field instanceof Fields fields ? text(fields.get("label")) : "";
    }

    public static String text(Value value) {
        return switch (value) {
            case Text(String text) -> text;
            case Num number -> number.plain();
            case Bool bool -> Boolean.toString(bool.value());
            default -> "";
        };
    }

    public static boolean yes(Value value, boolean otherwise) {
        return switch (value) {
            case Bool bool -> bool.value();
            case Text(String text) when !text.isEmpty() -> text.equals("true");
            default -> otherwise;
        };
    }
}
