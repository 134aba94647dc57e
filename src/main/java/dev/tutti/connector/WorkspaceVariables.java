package dev.tutti.connector;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.tutti.value.Bool;
import dev.tutti.value.Coercion;
import dev.tutti.value.Fields;
import dev.tutti.value.Moment;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import dev.tutti.workspace.Variable;
import dev.tutti.workspace.Variables;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The variables of the workspace as runs see them: what {@code {{var.workspace.NAME}}} reads. What a run of this
 * process wrote is seen at once; what was written elsewhere within a second.
 */
@Component
public final class WorkspaceVariables {

    private static final Duration FRESH = Duration.ofSeconds(1);

    private final Variables variables;
    private final LoadingCache<Boolean, Fields> known =
            Caffeine.newBuilder().expireAfterWrite(FRESH).build(_ -> read());

    WorkspaceVariables(Variables variables) {
        this.variables = variables;
    }

    /** All of them by name. */
    public Fields all() {
        return known.get(true);
    }

    /** What became of setting one. */
    public sealed interface Written {}

    /** It has this value now. */
    public record Done(Value value) implements Written {}

    /** There is none of this name. */
    public record Missing() implements Written {}

    /**
     * The value cannot become what the variable holds.
     *
     * @param type {@code number}, {@code text}, {@code boolean} or {@code date}
     */
    public record Misfit(String type) implements Written {}

    /** Sets one in the name of a run; the value is brought into the variable's type. */
    public Written set(String name, Value value, ZoneId zone, String run) {
        Optional<Variable> variable = variables.find(name);
        if (variable.isEmpty()) {
            return new Missing();
        }
        Variable.Type type = variable.get().type();
        Variables.Answer answer = content(type, value, zone)
                .map(content -> variables.setByRun(name, content, run))
                .orElseGet(() -> new Variables.BadContent(type));
        known.invalidateAll();
        return switch (answer) {
            case Variables.Done(Variable now) -> new Done(value(now));
            case Variables.BadContent _ -> new Misfit(type.word());
            case Variables.Missing _, Variables.BadName _, Variables.Taken _ -> new Missing();
        };
    }

    private static Optional<String> content(Variable.Type type, Value value, ZoneId zone) {
        Coercion coerced = switch (type) {
            case TEXT -> Coercion.toText(value, zone);
            case NUMBER -> Coercion.toNumber(value, zone);
            case BOOLEAN -> Coercion.toBool(value, zone);
            case DATE -> Coercion.toMoment(value, zone);
        };
        return coerced.accepted().flatMap(accepted -> switch (accepted) {
            case Text(String text) -> Optional.of(text);
            case Num number -> Optional.of(number.plain());
            case Bool bool -> Optional.of(Boolean.toString(bool.equals(Bool.TRUE)));
            case Moment moment -> Optional.of(moment.iso());
            default -> Optional.empty();
        });
    }

    private Fields read() {
        Fields.Builder fields = Fields.builder();
        variables.all().forEach(variable -> fields.put(variable.name(), value(variable)));
        return fields.build();
    }

    private static Value value(Variable variable) {
        return switch (variable.type()) {
            case TEXT -> Text.of(variable.content());
            case NUMBER -> Num.of(variable.content());
            case BOOLEAN -> Bool.of(Boolean.parseBoolean(variable.content()));
            case DATE -> new Moment(Instant.parse(variable.content()));
        };
    }
}
