package dev.tutti.scenario;

import dev.tutti.connector.Structural;
import dev.tutti.engine.Directive;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Text;
import java.time.Duration;

/** What the modules at the end of error routes decide. */
final class Directives {

    private static final int ATTEMPTS = 3;
    private static final int MOST_ATTEMPTS = 10_000;
    private static final int MINUTES = 15;
    private static final int MOST_MINUTES = 44_640;

    private Directives() {}

    static Directive of(Structural role, Fields values) {
        return switch (role) {
            case IGNORE -> new Directive.Ignore();
            case COMMIT -> new Directive.Commit();
            case ROLLBACK -> new Directive.Rollback();
            case RESUME -> new Directive.Resume(StructuralSteps.named(values.get("fields")));
            case BREAK -> pause(values);
            default -> throw new IllegalArgumentException(role + " is no directive");
        };
    }

    private static Directive pause(Fields values) {
        boolean retries =
                !values.get("retry").equals(Bool.FALSE) && !values.get("retry").equals(Text.of("false"));
        return new Directive.Break(
                retries ? number(values, "attempts", ATTEMPTS, MOST_ATTEMPTS) : 0,
                Duration.ofMinutes(number(values, "minutes", MINUTES, MOST_MINUTES)));
    }

    private static int number(Fields values, String key, int otherwise, int most) {
        return Math.clamp(SpanMap.number(values.get(key)).orElse(otherwise), 1, most);
    }
}
