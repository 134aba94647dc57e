package dev.tutti.builtin.tools;

import dev.tutti.connector.Field;
import dev.tutti.connector.FieldType;
import dev.tutti.connector.MakeEquivalent;
import dev.tutti.connector.MakeTranslation;
import dev.tutti.connector.MakeWriting;
import dev.tutti.connector.Module;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import dev.tutti.engine.Wake;
import dev.tutti.value.Fields;
import dev.tutti.value.Num;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Lets time pass. The run leaves memory meanwhile, so a month costs one row. */
@Component
final class Sleep implements Module {

    private static final long A_YEAR = Duration.ofDays(366).toSeconds();

    private static final ModuleSpec SPEC = ModuleSpec.logic("tools:sleep")
            .disc("hourglass", "#465350")
            .fields(Field.of("seconds", FieldType.DURATION)
                    .require()
                    .between(0, A_YEAR)
                    .in("s"))
            .example(Fields.EMPTY)
            .make(MakeEquivalent.of(
                            "util:FunctionSleep",
                            node -> MakeTranslation.exact(Fields.of("seconds", node.value("duration"))))
                    .back(values -> MakeWriting.of("util:FunctionSleep", 1).mapped("duration", values.get("seconds"))))
            .done();

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    @Override
    public Outcome run(Fields input, Invocation invocation) {
        BigDecimal seconds = ((Num) input.get("seconds")).number();
        Duration time = Duration.ofMillis(seconds.movePointRight(3).longValue());
        return new Outcome.Suspended(new Wake.At(invocation.now().plus(time)), List.of(Fields.EMPTY));
    }
}
