package dev.tutti.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tutti.connector.Field;
import dev.tutti.connector.FieldType;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.connector.Output;
import dev.tutti.connector.Words;
import dev.tutti.value.Fields;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A module as the editor and other programs read it: its spec, with the texts of one language.
 *
 * @param polling whether it is a trigger that asks for what is new, so that one can choose where it starts
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ModuleView(
        String ref,
        int version,
        String app,
        String appName,
        String name,
        String help,
        String kind,
        String icon,
        String tint,
        List<String> keywords,
        String effect,
        List<FieldView> fields,
        List<OutputView> outputs,
        boolean open,
        Fields example,
        Set<String> connectionTypes,
        boolean connectionRequired,
        boolean polling) {

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record FieldView(
            String key,
            String label,
            @Nullable String help,
            String type,
            boolean required,
            boolean advanced,

            @JsonProperty("default") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Object defaultValue,

            boolean mappable,
            List<Option> options,
            List<FieldView> fields,
            @Nullable FieldView item,
            @Nullable Condition showIf,
            boolean multiline,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            @Nullable String unit,
            @Nullable String placeholder) {}

    record Option(String value, String label) {}

    record Condition(String field, List<String> values) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record OutputView(
            String key,
            String label,
            String type,
            List<OutputView> fields,
            @Nullable OutputView item) {}

    static ModuleView of(ModuleSpec spec, Words words, boolean polling, Locale locale) {
        return new ModuleView(
                spec.ref(),
                spec.version(),
                spec.app(),
                words.app(locale),
                words.name(locale),
                words.help(locale),
                spec.kind().name().toLowerCase(Locale.ROOT),
                spec.icon(),
                spec.tint(),
                words.keywords(),
                spec.effect().apply(Fields.EMPTY).name().toLowerCase(Locale.ROOT),
                spec.fields().stream()
                        .map(field -> field(field, "", words, locale))
                        .toList(),
                spec.outputs().stream()
                        .map(output -> output(output, "", words, locale))
                        .toList(),
                spec.open(),
                spec.example(),
                spec.connectionTypes(),
                spec.connectionRequired(),
                polling);
    }

    private static FieldView field(Field field, String parent, Words words, Locale locale) {
        String path = parent + field.key();
        return new FieldView(
                field.key(),
                words.label(path, locale),
                words.fieldHelp(path, locale).orElse(null),
                field.type().json(),
                field.required(),
                field.advanced(),
                field.defaultValue(),
                field.mappable(),
                field.options().stream()
                        .map(option -> new Option(option, words.option(path, option, locale)))
                        .toList(),
                field.fields().stream()
                        .map(part -> field(part, path + ".", words, locale))
                        .toList(),
                field.item().map(ModuleView::item).orElse(null),
                field.showIf()
                        .map(condition -> new Condition(condition.field(), condition.values()))
                        .orElse(null),
                field.multiline(),
                field.min().orElse(null),
                field.max().orElse(null),
                field.unit().orElse(null),
                field.placeholder().orElse(null));
    }

    /** A plain item of a list has no name of its own. */
    private static FieldView item(Field item) {
        return new FieldView(
                item.key(),
                "",
                null,
                item.type().json(),
                false,
                false,
                null,
                item.mappable(),
                List.of(),
                List.of(),
                null,
                null,
                item.multiline(),
                null,
                null,
                null,
                null);
    }

    private static OutputView output(Output output, String parent, Words words, Locale locale) {
        String path = parent + output.key();
        return new OutputView(
                output.key(),
                words.output(path, locale),
                output.type().json(),
                output.fields().stream()
                        .map(part -> output(part, path + ".", words, locale))
                        .toList(),
                output.item().map(ModuleView::plain).orElse(null));
    }

    private static OutputView plain(FieldType type) {
        return new OutputView("item", "", type.json(), List.of(), null);
    }
}
