package dev.tutti.scenario;

import dev.tutti.connector.FieldType;
import dev.tutti.connector.Modules;
import dev.tutti.connector.Output;
import dev.tutti.value.Text;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a module of a blueprint returns, which for some depends on more than their own settings. */
@Component
public final class NodeOutputs {

    static final String START = "scenario:start";

    private final Modules modules;
    private final Callees callees;

    NodeOutputs(Modules modules, Callees callees) {
        this.modules = modules;
        this.callees = callees;
    }

    /** The start of a called scenario returns its inputs; the call of a scenario returns the outputs of that one. */
    public List<Output> of(Blueprint blueprint, Node module) {
        return switch (module.module()) {
            case START -> outputs(blueprint.settings().inputs());
            case CallCheck.CALL ->
                module.values().get("scenario") instanceof Text id
                        ? callees.find(id.text())
                                .map(callee -> outputs(callee.outputs()))
                                .orElse(List.of())
                        : List.of();
            default -> modules.outputs(module.module(), module.values());
        };
    }

    private static List<Output> outputs(List<Parameter> parameters) {
        return parameters.stream()
                .map(parameter -> Output.of(parameter.name(), type(parameter.type())))
                .toList();
    }

    private static FieldType type(Parameter.Type type) {
        return switch (type) {
            case NUMBER, INTEGER, UINTEGER -> FieldType.NUMBER;
            case BOOLEAN -> FieldType.BOOLEAN;
            case DATE -> FieldType.DATE;
            case ARRAY -> FieldType.ARRAY;
            case COLLECTION -> FieldType.COLLECTION;
            case ANY -> FieldType.ANY;
            case TEXT, SELECT, EMAIL, URL, UUID, COLOR -> FieldType.TEXT;
        };
    }
}
