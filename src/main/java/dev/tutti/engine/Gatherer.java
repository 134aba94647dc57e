package dev.tutti.engine;

import dev.tutti.engine.Filling.Faulty;
import dev.tutti.engine.Filling.Filled;
import dev.tutti.expression.Scope;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Nothing;
import dev.tutti.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an aggregator has collected during one operation of its source. */
final class Gatherer {
    private final Step.Aggregate aggregate;
    private final Texts texts;
    private final Map<Value, Heap> groups = new LinkedHashMap<>();
    private final List<Value> received = new ArrayList<>();

    private final boolean remembers;

    /** @param remembers whether to keep what it received, to be shown */
    Gatherer(Step.Aggregate aggregate, Texts texts, boolean remembers) {
        this.aggregate = aggregate;
        this.remembers = remembers;
        this.texts = texts;
    }

    /** Takes in the bundle in scope; says what failed if it could not. */
    Optional<Upshot> add(Scope scope) {
        Value key = Nothing.NULL;
        if (aggregate.groupBy().isPresent()) {
            switch (aggregate.groupBy().get().evaluate(scope)) {
                case Filled(Value value) -> key = value;
                case Faulty faulty -> {
                    return Optional.of(texts.faulty(faulty.in("groupBy")));
                }
            }
        }
        List<Value> row = new ArrayList<>(1);
        List<Mapping> mappings = mappings(aggregate.gathering());
        for (int i = 0; i < mappings.size(); i++) {
            switch (mappings.get(i).evaluate(scope)) {
                case Filled(Value value) -> row.add(value);
                case Faulty faulty -> {
                    return Optional.of(texts.faulty(faulty.in(Heap.place(aggregate.gathering(), i))));
                }
            }
        }
        if (remembers) {
            received.add(row.size() == 1 ? row.getFirst() : new Items(row));
        }
        return groups.computeIfAbsent(key, _ -> heap()).add(row);
    }

    /** What is emitted when the operation of the source is over. */
    List<Fields> bundles() {
        if (groups.isEmpty()) {
            return aggregate.stopIfEmpty() ? List.of() : List.of(heap().emit());
        }
        List<Fields> bundles = new ArrayList<>(groups.size());
        groups.forEach((key, heap) -> bundles.add(
                aggregate.groupBy().isEmpty()
                        ? heap.emit()
                        : Fields.of("__IMTKEY__", key).with(heap.emit())));
        return bundles;
    }

    boolean isEmpty() {
        return groups.isEmpty();
    }

    /** Begins anew. */
    void forget() {
        groups.clear();
        received.clear();
    }

    /** What was collected for a module to make something of: the field that names the group, if any, and its items. */
    record Group(Fields key, Value items) {}

    List<Group> groups() {
        if (groups.isEmpty()) {
            return aggregate.stopIfEmpty() ? List.of() : List.of(new Group(Fields.EMPTY, Items.EMPTY));
        }
        List<Group> all = new ArrayList<>(groups.size());
        groups.forEach((key, heap) -> all.add(new Group(
                aggregate.groupBy().isEmpty() ? Fields.EMPTY : Fields.of("__IMTKEY__", key),
                heap.emit().get("array"))));
        return all;
    }

    Items received() {
        return new Items(received);
    }

    /** What is worked out for each bundle. */
    static List<Mapping> mappings(Gathering gathering) {
        return switch (gathering) {
            case Gathering.Listing(Mapping item) -> List.of(item);
            case Gathering.Made made -> List.of(made.item());
            case Gathering.Joining(Mapping text, String _) -> List.of(text);
            case Gathering.Numbers(Gathering.Function _, Mapping value) -> List.of(value);
            case Gathering.Table table -> table.columns();
        };
    }

    private Heap heap() {
        return switch (aggregate.gathering()) {
            case Gathering.Listing _, Gathering.Made _ -> new Heap.Listed();
            case Gathering.Joining(Mapping _, String separator) ->
                new Heap.Joined(texts, aggregate.gathering(), "", separator);
            case Gathering.Numbers(Gathering.Function function, Mapping _) ->
                new Heap.Counted(texts, aggregate.gathering(), function);
            case Gathering.Table(List<Mapping> _, String columns, String rows) ->
                new Heap.Joined(texts, aggregate.gathering(), columns, rows);
        };
    }
}
