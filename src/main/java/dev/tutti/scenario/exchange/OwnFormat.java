package dev.tutti.scenario.exchange;

import dev.tutti.scenario.BlueprintJson;
import dev.tutti.scenario.ImportReport.Grade;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Message;
import dev.tutti.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Our own exports, and bare blueprints of ours. */
@Component
@Order(1)
public final class OwnFormat implements Foreign {

    /** How an export of ours says what it is. */
    public static final String NAME = "tutti";

    @Override
    public Optional<Reading> read(Value file, Locale locale) {
        if (!(file instanceof Fields fields)) {
            return Optional.empty();
        }
        Fields blueprint = Look.text(fields, "format").equals(NAME) ? Look.fields(fields, "blueprint") : fields;
        boolean ours = blueprint.get("modules") instanceof Items modules
                && modules.items().stream().allMatch(module -> module instanceof Fields one && one.has("no"));
        return ours ? Optional.of(read(Look.name(fields.get("name")), blueprint.without("name"))) : Optional.empty();
    }

    private static Reading read(Optional<String> name, Fields blueprint) {
        return switch (BlueprintJson.read(blueprint)) {
            case BlueprintJson.Misread(var path, var code, List<String> arguments) ->
                Reading.rejected("unusable", path, new Message("scenario.shape." + code, arguments));
            case BlueprintJson.Read(var understood) -> {
                Findings findings = new Findings("tutti");
                understood.modules().forEach(module -> findings.module(module.no(), module.module(), Grade.EXACT));
                yield new Reading.Understood(name, understood, findings, List.of());
            }
        };
    }
}
