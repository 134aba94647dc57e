package dev.tutti.scenario.make;

import dev.tutti.scenario.exchange.FileText;
import dev.tutti.scenario.exchange.Look;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is in a file from Make: a blueprint as exported, in the answer of Make's API, as text inside JSON, or modules from
 * the clipboard.
 *
 * @param flow the modules in their order
 * @param loose more such flows that nothing leads to
 * @param blueprint all of it
 * @param scheduling when it ran, which only the API tells
 * @param repairs what was mended in JSON that stood as text
 */
record MakeFile(
        Items flow, List<Items> loose, Fields blueprint, Optional<Fields> scheduling, List<FileText.Repair> repairs) {

    /** How often a wrapper may lie in a wrapper. */
    private static final int MOST_WRAPPINGS = 6;

    /** Empty where the value holds no blueprint. */
    static Optional<MakeFile> of(Value value) {
        return unwrap(value, Optional.empty(), List.of(), 0);
    }

    private static Optional<MakeFile> unwrap(
            Value value, Optional<Fields> scheduling, List<FileText.Repair> repairs, int wrappings) {
        if (wrappings > MOST_WRAPPINGS) {
            return Optional.empty();
        }
        if (value instanceof Text(String text)) {
            return FileText.read(text) instanceof FileText.Read(Value inner, var more)
                    ? unwrap(inner, scheduling, more.isEmpty() ? repairs : more, wrappings + 1)
                    : Optional.empty();
        }
        if (value instanceof Items(List<Value> list)) {
            return list.size() == 1
                    ? unwrap(list.getFirst(), scheduling, repairs, wrappings + 1)
                    : flows(list, repairs);
        }
        if (!(value instanceof Fields fields)) {
            return Optional.empty();
        }
        if (fields.get("flow") instanceof Items flow) {
            return Optional.of(
                    new MakeFile(flow, orphans(fields), fields, scheduling.or(() -> scheduling(fields)), repairs));
        }
        if (fields.get("subflows") instanceof Items subflows) {
            return fragment(fields, subflows, repairs);
        }
        for (String wrapper : List.of("response", "blueprint")) {
            if (fields.get(wrapper) instanceof Fields || fields.get(wrapper) instanceof Text) {
                return unwrap(fields.get(wrapper), scheduling.or(() -> scheduling(fields)), repairs, wrappings + 1);
            }
        }
        return Optional.empty();
    }

    /** A list of modules without anything around it. */
    private static Optional<MakeFile> flows(List<Value> list, List<FileText.Repair> repairs) {
        boolean modules = !list.isEmpty()
                && list.stream()
                        .allMatch(item -> item instanceof Fields node
                                && Look.text(node, "module").indexOf(':') > 0);
        return modules
                ? Optional.of(new MakeFile(new Items(list), List.of(), Fields.EMPTY, Optional.empty(), repairs))
                : Optional.empty();
    }

    private static Optional<MakeFile> fragment(Fields fields, Items subflows, List<FileText.Repair> repairs) {
        List<Items> flows = new ArrayList<>();
        for (Value subflow : subflows.items()) {
            if (subflow instanceof Fields part && part.get("flow") instanceof Items flow) {
                flows.add(flow);
            }
        }
        return flows.isEmpty()
                ? Optional.empty()
                : Optional.of(new MakeFile(
                        flows.getFirst(), flows.subList(1, flows.size()), fields, Optional.empty(), repairs));
    }

    private static List<Items> orphans(Fields blueprint) {
        return Look.items(Look.fields(Look.fields(blueprint, "metadata"), "designer"), "orphans").items().stream()
                .map(orphan -> orphan instanceof Fields part ? part.get("flow") : orphan)
                .filter(Items.class::isInstance)
                .map(Items.class::cast)
                .toList();
    }

    private static Optional<Fields> scheduling(Fields around) {
        return switch (around.get("scheduling")) {
            case Fields scheduling -> Optional.of(scheduling);
            case Text(String text)
            when FileText.read(text) instanceof FileText.Read(Fields scheduling, var _) -> Optional.of(scheduling);
            default -> Optional.empty();
        };
    }
}
