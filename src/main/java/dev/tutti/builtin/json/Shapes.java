package dev.tutti.builtin.json;

import dev.tutti.connector.Failures;
import dev.tutti.connector.FieldType;
import dev.tutti.connector.Output;
import dev.tutti.datastore.StoredStructure;
import dev.tutti.datastore.StructureId;
import dev.tutti.datastore.Structures;
import dev.tutti.engine.Failure;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import dev.tutti.value.Fields;
import dev.tutti.value.Structure;
import dev.tutti.value.StructureField;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The data structure that a module names in its settings: what comes out, and whether what came fits it. */
@Component
final class Shapes {

    private final Structures structures;

    Shapes(Structures structures) {
        this.structures = structures;
    }

    List<Output> outputs(Value id) {
        return find(id).map(structure ->
                        structure.fields().stream().map(Shapes::output).toList())
                .orElse(List.of());
    }

    /** The bundles, or what about the first one that does not fit is wrong. */
    Outcome checked(Value id, List<Fields> bundles, Invocation invocation) {
        boolean wanted = id instanceof Text(String text) && !text.isBlank();
        Optional<Structure> structure = find(id);
        if (wanted && structure.isEmpty()) {
            return Failures.fail(invocation, Failure.Kind.INVALID_CONFIGURATION, "builtin.structure.gone");
        }
        return structure.stream()
                .flatMap(it -> bundles.stream().map(it::check))
                .filter(violations -> !violations.isEmpty())
                .findFirst()
                .<Outcome>map(violations -> Failures.fail(
                        invocation,
                        Failure.Kind.BUNDLE_VALIDATION,
                        "builtin.structure.unfit",
                        violations.stream()
                                .map(violation -> violation.said().in(invocation.locale()))
                                .collect(Collectors.joining(" "))))
                .orElseGet(() -> new Outcome.Emitted(bundles));
    }

    private Optional<Structure> find(Value id) {
        return id instanceof Text(String text)
                ? StructureId.find(text).flatMap(structures::find).map(StoredStructure::structure)
                : Optional.empty();
    }

    private static Output output(StructureField field) {
        return switch (field.type()) {
            case TEXT -> Output.text(field.name());
            case NUMBER -> Output.number(field.name());
            case BOOLEAN -> Output.yesNo(field.name());
            case DATE -> Output.date(field.name());
            case FILE -> Output.of(field.name(), FieldType.FILE);
            case ANY -> Output.any(field.name());
            case COLLECTION ->
                Output.collection(
                        field.name(),
                        field.fields().stream().map(Shapes::output).toArray(Output[]::new));
            case ARRAY ->
                Output.list(
                        field.name(),
                        field.item().stream()
                                .flatMap(item -> item.fields().stream())
                                .map(Shapes::output)
                                .toArray(Output[]::new));
        };
    }
}
