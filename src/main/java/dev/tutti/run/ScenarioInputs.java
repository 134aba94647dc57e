package dev.tutti.run;

import dev.tutti.scenario.Parameter;
import dev.tutti.scenario.Settings;
import dev.tutti.value.Bool;
import dev.tutti.value.Coercion;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Json;
import dev.tutti.value.Message;
import dev.tutti.value.Moment;
import dev.tutti.value.Nothing;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a run is given by whoever starts it, checked against what its scenario declares. */
public final class ScenarioInputs {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final Pattern URL = Pattern.compile("https?://\\S+", Pattern.CASE_INSENSITIVE);
    private static final Pattern UUID =
            Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}", Pattern.CASE_INSENSITIVE);
    private static final Pattern COLOR = Pattern.compile("#(\\p{XDigit}{3}){1,2}");

    private ScenarioInputs() {}

    /** What came of it. */
    public sealed interface Answer {}

    /** All is there and of its type; what was left out has its default. What is not declared stays as it was. */
    public record Good(Fields inputs) implements Answer {}

    /** The first one that is wrong, and why. */
    public record Bad(String name, Message message) implements Answer {}

    /** Checks the inputs for a scenario with these settings. */
    public static Answer check(Settings settings, Fields given) {
        Fields checked = given;
        for (Parameter parameter : settings.inputs()) {
            Value value = given.get(parameter.name());
            if (empty(value)) {
                value = parameter.otherwise().orElse(Nothing.NULL);
            }
            if (empty(value)) {
                if (parameter.required()) {
                    return new Bad(parameter.name(), Message.of("run.input.missing", label(parameter)));
                }
                continue;
            }
            Value typed = typed(parameter, value, settings.timeZone());
            if (typed == null) {
                Message type = Message.of("run.input.type." + parameter.type().json());
                return new Bad(parameter.name(), Message.of("run.input.wrong", label(parameter), type));
            }
            checked = checked.with(parameter.name(), typed);
        }
        return new Good(checked);
    }

    private static String label(Parameter parameter) {
        return parameter.label().orElse(parameter.name());
    }

    private static boolean empty(Value value) {
        return value instanceof Nothing || (value instanceof Text(String text) && text.isBlank());
    }

    private static @Nullable Value typed(Parameter parameter, Value value, ZoneId zone) {
        return switch (parameter.type()) {
            case TEXT -> text(value, zone);
            case NUMBER -> number(value, zone);
            case INTEGER -> number(value, zone) instanceof Num number && number.isWhole() ? number : null;
            case UINTEGER ->
                number(value, zone) instanceof Num number
                                && number.isWhole()
                                && number.number().signum() >= 0
                        ? number
                        : null;
            case BOOLEAN -> bool(value);
            case DATE -> Coercion.toMoment(value, zone) instanceof Coercion.Ok(Moment moment) ? moment : null;
            case SELECT ->
                text(value, zone) instanceof Text(String text)
                                && parameter.options().contains(text)
                        ? Text.of(text)
                        : null;
            case ARRAY -> value instanceof Items ? value : json(value) instanceof Items items ? items : null;
            case COLLECTION -> value instanceof Fields ? value : json(value) instanceof Fields fields ? fields : null;
            case EMAIL -> matching(value, EMAIL);
            case URL -> matching(value, URL);
            case UUID -> matching(value, UUID);
            case COLOR -> matching(value, COLOR);
            case ANY -> value;
        };
    }

    private static @Nullable Value text(Value value, ZoneId zone) {
        boolean simple = !(value instanceof Items) && !(value instanceof Fields);
        return simple && Coercion.toText(value, zone) instanceof Coercion.Ok(Value text) ? text : null;
    }

    private static @Nullable Value number(Value value, ZoneId zone) {
        boolean likely = value instanceof Num || value instanceof Text;
        return likely && Coercion.toNumber(value, zone) instanceof Coercion.Ok(Value number) ? number : null;
    }

    private static @Nullable Value bool(Value value) {
        return switch (value) {
            case Bool bool -> bool;
            case Text(String text) when text.equalsIgnoreCase("true") -> Bool.of(true);
            case Text(String text) when text.equalsIgnoreCase("false") -> Bool.of(false);
            default -> null;
        };
    }

    private static @Nullable Value matching(Value value, Pattern pattern) {
        return value instanceof Text(String text)
                        && pattern.matcher(text.strip()).matches()
                ? value
                : null;
    }

    private static @Nullable Value json(Value value) {
        return value instanceof Text(String text) && Json.parse(text) instanceof Json.Parsed(Value read) ? read : null;
    }
}
