package dev.tutti.scenario.exchange;

import dev.tutti.scenario.Blueprint;
import dev.tutti.scenario.BlueprintJson;
import dev.tutti.scenario.Imports;
import dev.tutti.value.Json;
import dev.tutti.value.Message;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a file of another product means here, before anything is stored. */
public sealed interface Reading {

    /**
     * @param name of the scenario, if the file says
     * @param repairs of text inside the file that was no correct JSON either
     */
    record Understood(Optional<String> name, Blueprint blueprint, Findings findings, List<FileText.Repair> repairs)
            implements Reading {}

    record NotUnderstood(Imports.Rejected why) implements Reading {}

    static Reading rejected(String code, Object... arguments) {
        return new NotUnderstood(new Imports.Rejected(code, Message.of("exchange." + code, arguments)));
    }

    /**
     * The strict reader has the last word, so that whatever is in a file, what is stored can be read again.
     *
     * @param without makes the sheet smaller, if it is too large to be kept
     */
    static Reading of(Optional<String> name, Sheet sheet, Findings findings, Function<Sheet, Boolean> without) {
        Reading whole = read(name, sheet, findings);
        if (whole instanceof NotUnderstood(var why) && why.code().equals("too-large") && without.apply(sheet)) {
            return read(name, sheet, findings);
        }
        return whole;
    }

    private static Reading read(Optional<String> name, Sheet sheet, Findings findings) {
        return switch (BlueprintJson.read(sheet.json())) {
            case BlueprintJson.Misread(var path, var code, var arguments) ->
                rejected("unusable", path, new Message("scenario.shape." + code, arguments));
            case BlueprintJson.Read(Blueprint blueprint)
            when Json.bytes(BlueprintJson.write(blueprint)).length > BlueprintJson.LARGEST -> rejected("too-large");
            case BlueprintJson.Read(Blueprint blueprint) -> new Understood(name, blueprint, findings, List.of());
        };
    }
}
