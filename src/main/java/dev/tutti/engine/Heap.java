package dev.tutti.engine;

import dev.tutti.value.Coercion;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Nothing;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One group of what an aggregator collects. */
interface Heap {
    /** Takes in what was worked out for one bundle; says what was wrong with it. */
    Optional<Upshot> add(List<Value> row);

    Fields emit();

    /** The field of the settings in which the value of this index is mapped. */
    static String place(Gathering gathering, int index) {
        return switch (gathering) {
            case Gathering.Listing _, Gathering.Made _ -> "fields";
            case Gathering.Joining _ -> "text";
            case Gathering.Numbers _ -> "value";
            case Gathering.Table _ -> "columns[" + (index + 1) + "]";
        };
    }

    final class Listed implements Heap {
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

    final class Joined implements Heap {
        private final Texts texts;
        private final Gathering gathering;
        private final StringBuilder text = new StringBuilder();
        private final String columnSeparator;
        private final String rowSeparator;
        private boolean first = true;

        Joined(Texts texts, Gathering gathering, String columnSeparator, String rowSeparator) {
            this.texts = texts;
            this.gathering = gathering;
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
                        return Optional.of(texts.refused(place(gathering, i), refused));
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

    final class Counted implements Heap {
        private final Texts texts;
        private final Gathering gathering;
        private final Total total;

        Counted(Texts texts, Gathering gathering, Gathering.Function function) {
            this.texts = texts;
            this.gathering = gathering;
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
                case Coercion.Refused refused -> Optional.of(texts.refused(place(gathering, 0), refused));
            };
        }

        @Override
        public Fields emit() {
            return Fields.of("result", total.result());
        }
    }
}
