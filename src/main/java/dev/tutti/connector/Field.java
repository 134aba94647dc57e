package dev.tutti.connector;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One setting of a module. Label, help and option labels are texts by key (see {@link Words}), so a field holds none.
 *
 * @param key name in the blueprint's values
 * @param defaultValue what applies when nothing is set: a String, a Boolean or a Number
 * @param mappable whether pills of earlier modules may be used
 * @param options the values of a select
 * @param fields the parts of a collection, or of each item of an array or key/value list
 * @param item the type of the items of an array of plain values
 * @param showIf shown, and required, only while another field has one of some values
 * @param unit shown after the label, such as "s"
 */
public record Field(
        String key,
        FieldType type,
        boolean required,
        boolean advanced,
        @Nullable Object defaultValue,
        boolean mappable,
        List<String> options,
        List<Field> fields,
        Optional<Field> item,
        Optional<ShowIf> showIf,
        boolean multiline,
        Optional<BigDecimal> min,
        Optional<BigDecimal> max,
        Optional<String> unit,
        Optional<String> placeholder) {

    /** The field is shown while the field {@code field} has one of the {@code values}. */
    public record ShowIf(String field, List<String> values) {
        public ShowIf {
            values = List.copyOf(values);
        }
    }

    public Field {
        if (key.isBlank()) {
            throw new IllegalArgumentException("A field needs a key.");
        }
        options = List.copyOf(options);
        fields = List.copyOf(fields);
    }

    public static Field of(String key, FieldType type) {
        return new Field(
                key,
                type,
                false,
                false,
                null,
                true,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public static Field text(String key) {
        return of(key, FieldType.TEXT);
    }

    public static Field number(String key) {
        return of(key, FieldType.NUMBER);
    }

    public static Field yesNo(String key) {
        return of(key, FieldType.BOOLEAN);
    }

    public static Field select(String key, String... options) {
        return of(key, FieldType.SELECT).with(it -> it.options = List.of(options));
    }

    /** A list of plain values. */
    public static Field list(String key, FieldType itemType) {
        return of(key, FieldType.ARRAY).with(it -> it.item = Optional.of(of("item", itemType)));
    }

    /** A list of collections with these parts. */
    public static Field list(String key, Field... parts) {
        return of(key, FieldType.ARRAY).with(it -> it.fields = List.of(parts));
    }

    /** A list of {name, value}. */
    public static Field pairs(String key) {
        return of(key, FieldType.KEYVALUE).with(it -> it.fields = List.of(text("name"), text("value")));
    }

    public Field require() {
        return with(it -> it.required = true);
    }

    /** Stands under "Advanced settings". */
    public Field inAdvanced() {
        return with(it -> it.advanced = true);
    }

    public Field byDefault(Object value) {
        return with(it -> it.defaultValue = value);
    }

    /** Set once by hand; no pills. */
    public Field unmapped() {
        return with(it -> it.mappable = false);
    }

    public Field parts(Field... parts) {
        return with(it -> it.fields = List.of(parts));
    }

    /** Shown only while the other field has one of these values. */
    public Field when(String field, String... values) {
        return with(it -> it.showIf = Optional.of(new ShowIf(field, List.of(values))));
    }

    public Field lines() {
        return with(it -> it.multiline = true);
    }

    public Field between(long least, long most) {
        return with(it -> {
            it.min = Optional.of(BigDecimal.valueOf(least));
            it.max = Optional.of(BigDecimal.valueOf(most));
        });
    }

    public Field in(String unit) {
        return with(it -> it.unit = Optional.of(unit));
    }

    public Field like(String placeholder) {
        return with(it -> it.placeholder = Optional.of(placeholder));
    }

    private Field with(java.util.function.Consumer<Change> change) {
        Change it = new Change(this);
        change.accept(it);
        return new Field(
                key,
                type,
                it.required,
                it.advanced,
                it.defaultValue,
                it.mappable,
                it.options,
                it.fields,
                it.item,
                it.showIf,
                it.multiline,
                it.min,
                it.max,
                it.unit,
                it.placeholder);
    }

    /** A field while it is being written down. */
    private static final class Change {
        boolean required;
        boolean advanced;

        @Nullable
        Object defaultValue;

        boolean mappable;
        List<String> options;
        List<Field> fields;
        Optional<Field> item;
        Optional<ShowIf> showIf;
        boolean multiline;
        Optional<BigDecimal> min;
        Optional<BigDecimal> max;
        Optional<String> unit;
        Optional<String> placeholder;

        Change(Field from) {
            required = from.required;
            advanced = from.advanced;
            defaultValue = from.defaultValue;
            mappable = from.mappable;
            options = from.options;
            fields = from.fields;
            item = from.item;
            showIf = from.showIf;
            multiline = from.multiline;
            min = from.min;
            max = from.max;
            unit = from.unit;
            placeholder = from.placeholder;
        }
    }
}
