package dev.tutti.builtin.schedule;

import dev.tutti.connector.CatalogueOnly;
import dev.tutti.connector.Field;
import dev.tutti.connector.FieldType;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.connector.Output;
import dev.tutti.value.Fields;
import dev.tutti.value.Moment;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Starts a scenario by the clock. When that is, the trigger sees to. */
@Component
final class StartOnSchedule implements CatalogueOnly {

    private static final ModuleSpec SPEC = ModuleSpec.trigger("schedule:clock")
            .disc("clock", "#7A5B00")
            .fields(Field.of("schedule", FieldType.SCHEDULE).require().unmapped())
            .outputs(Output.date("scheduledAt"), Output.date("firedAt"))
            .example(Fields.of(
                    "scheduledAt",
                    new Moment(Instant.parse("2026-11-20T08:00:00Z")),
                    "firedAt",
                    new Moment(Instant.parse("2026-11-20T08:00:00.210Z"))))
            .done();

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }
}
