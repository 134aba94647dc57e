package dev.tutti.scenario.make;

import dev.tutti.scenario.exchange.Look;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Num;
import dev.tutti.value.Value;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/**
 * The nodes of a file as they were, kept in the settings so that what nobody changes goes back unchanged: all of a node
 * except the flows inside of it, which the links tell.
 */
final class MakeOriginals {

    /** Where they lie inside of the setting {@code make}: by number. */
    static final String NODES = "nodes";

    /** All of the file but its flow. */
    static final String FILE = "file";

    /** The settings of the scenario there. */
    static final String SCENARIO = "scenario";

    /** When it ran there. */
    static final String SCHEDULING = "scheduling";

    private MakeOriginals() {}

    static Fields all(Iterable<Fields> nodes, Taking taking) {
        Fields.Builder kept = Fields.builder();
        for (Fields node : nodes) {
            int no = taking.numbers().of(node);
            kept.put(String.valueOf(no), kept(node, no, taking));
        }
        return kept.build();
    }

    static Fields kept(Fields node, int no, Taking taking) {
        Fields.Builder kept = Fields.builder();
        taking.texts().renumbered(node).fields().forEach((key, value) -> {
            switch (key) {
                case "id" -> kept.put(key, taking.numbers().changed(node) ? Num.of(no) : value);
                case "routes" -> kept.put(key, skeletons(value));
                case "branches" -> kept.put(key, skeletons(value));
                case "onerror" -> {
                    if (!(value instanceof Items chain)
                            || chain.items().stream().noneMatch(MakeGraph::real)) {
                        kept.put(key, value);
                    }
                }
                case "parameters" -> kept.put(key, feeder(value, taking));
                default -> kept.put(key, value);
            }
        });
        return kept.build();
    }

    /** Routes and branches without their modules; those that have none stay as they are. */
    private static Value skeletons(Value routes) {
        return each(
                routes,
                route -> Look.items(route, "flow").items().stream().anyMatch(MakeGraph::real)
                        ? route.without("flow")
                        : route);
    }

    private static Value feeder(Value parameters, Taking taking) {
        if (!(parameters instanceof Fields fields)) {
            return parameters;
        }
        OptionalInt feeder = Look.whole(fields.get("feeder"));
        return feeder.isPresent() && taking.numbers().moved().containsKey(feeder.getAsInt())
                ? fields.with("feeder", Num.of(taking.numbers().moved().get(feeder.getAsInt())))
                : fields;
    }

    private static Value each(Value list, UnaryOperator<Fields> change) {
        return list instanceof Items(List<Value> items)
                ? new Items(items.stream()
                        .map(item -> item instanceof Fields fields ? change.apply(fields) : item)
                        .toList())
                : list;
    }
}
