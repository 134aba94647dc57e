package dev.tutti.engine;

import dev.tutti.engine.Filling.Faulty;
import dev.tutti.engine.Filling.Filled;
import dev.tutti.expression.Scope;
import dev.tutti.value.Coercion;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Nothing;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
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
                    return Optional.of(texts.faulty(faulty.in(place(i))));
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

    Items received() {
        return new Items(received);
    }

    /** What is worked out for each bundle. */
    static List<Mapping> mappings(Gathering gathering) {
        return switch (gathering) {
            case Gathering.Listing(Mapping item) -> List.of(item);
            case Gathering.Joining(Mapping text, String _) -> List.of(text);
            case Gathering.Numbers(Gathering.Function _, Mapping value) -> List.of(value);
            case Gathering.Table table -> table.columns();
        };
    }

    private String place(int index) {
        return switch (aggregate.gathering()) {
            case Gathering.Listing _ -> "fields";
            case Gathering.Joining _ -> "text";
            case Gathering.Numbers _ -> "value";
            case Gathering.Table _ -> "columns[" + (index + 1) + "]";
        };
    }

    private Heap heap() {
        return switch (aggregate.gathering()) {
            case Gathering.Listing _ -> new Listed();
            case Gathering.Joining(Mapping _, String separator) -> new Joined("", separator);
            case Gathering.Numbers(Gathering.Function function, Mapping _) -> new Counted(function);
            case Gathering.Table(List<Mapping> _, String columns, String rows) -> new Joined(columns, rows);
        };
    }

    /** One group. */
    private interface Heap {
        Optional<Upshot> add(List<Value> row);

        Fields emit();
    }

    private static final class Listed implements Heap {
        private final List<Value> items = new ArrayList<>();

        @Override
        public Optional<Upshot> add(List<Value> row) {
            if (row.getFirst() != Nothing.IGNORE) {
                items.add(row.getFirst());
            }
            return Optional.empty();
        }

        @Override
        public Fields emit() {
            return Fields.of("array", new Items(items), "__IMTAGGLENGTH__", Num.of(items.size()));
        }
    }

    private final class Joined implements Heap {
        private final StringBuilder text = new StringBuilder();
        private final String columnSeparator;
        private final String rowSeparator;
        private boolean first = true;

        Joined(String columnSeparator, String rowSeparator) {
            this.columnSeparator = columnSeparator;
            this.rowSeparator = rowSeparator;
        }

        @Override
        public Optional<Upshot> add(List<Value> row) {
            if (row.size() == 1 && row.getFirst() == Nothing.IGNORE) {
                return Optional.empty();
            }
            text.append(first ? "" : rowSeparator);
            first = false;
            for (int i = 0; i < row.size(); i++) {
                text.append(i == 0 ? "" : columnSeparator);
                if (row.get(i) instanceof Nothing) {
                    continue;
                }
                switch (Coercion.toText(row.get(i), texts.zone())) {
                    case Coercion.Ok(Value value) -> text.append(value instanceof Text(String it) ? it : "");
                    case Coercion.Refused refused -> {
                        return Optional.of(texts.refused(place(i), refused));
                    }
                }
            }
            return Optional.empty();
        }

        @Override
        public Fields emit() {
            return Fields.of("text", Text.of(text.toString()));
        }
    }

    private final class Counted implements Heap {
        private final Total total;

        Counted(Gathering.Function function) {
            total = new Total(function);
        }

        @Override
        public Optional<Upshot> add(List<Value> row) {
            Value value = row.getFirst();
            if (total.countsAll()) {
                total.count();
                return Optional.empty();
            }
            if (value instanceof Nothing || value.equals(Text.EMPTY)) {
                return Optional.empty();
            }
            return switch (Coercion.toNumber(value, texts.zone())) {
                case Coercion.Ok(Num(var number)) -> {
                    total.add(number);
                    yield Optional.empty();
                }
                case Coercion.Ok _ -> Optional.empty();
                case Coercion.Refused refused -> Optional.of(texts.refused(place(0), refused));
            };
        }

        @Override
        public Fields emit() {
            return Fields.of("result", total.result());
        }
    }
}
