package dev.tutti.builtin.datastore;

import dev.tutti.datastore.StoredRecord;
import dev.tutti.engine.Invocation;
import dev.tutti.expression.Condition;
import dev.tutti.expression.Filter;
import dev.tutti.expression.Problem;
import dev.tutti.expression.Scope;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Nothing;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * The filter of a search. Operators mean what they mean on links. The left side is the name of a field, the right side
 * a value that was mapped; neither is ever read as an expression: they reach the comparison as data.
 */
final class RecordFilter {

    private static final int COLUMNS = 1;
    private static final int OPERANDS = 2;

    private final List<String> columns;
    private final Fields operands;
    private final Condition condition;
    private final Invocation invocation;

    private RecordFilter(List<String> columns, Fields operands, Condition condition, Invocation invocation) {
        this.columns = columns;
        this.operands = operands;
        this.condition = condition;
        this.invocation = invocation;
    }

    /** @param filter groups (or) of rows (and) of {@code {a, o, b}}; anything else lets every record pass */
    static RecordFilter of(Value filter, Invocation invocation) {
        List<String> columns = new ArrayList<>();
        Fields.Builder operands = Fields.builder();
        List<List<Filter.Row>> groups = new ArrayList<>();
        for (Value group : items(filter)) {
            List<Filter.Row> rows = new ArrayList<>();
            for (Value row : items(group)) {
                if (row instanceof Fields fields) {
                    int number = columns.size();
                    columns.add(Store.text(fields, "a"));
                    operands.put("b" + number, fields.get("b"));
                    rows.add(new Filter.Row(
                            "{{" + COLUMNS + ".a" + number + "}}",
                            Store.text(fields, "o"),
                            "{{" + OPERANDS + ".b" + number + "}}"));
                }
            }
            if (!rows.isEmpty()) {
                groups.add(rows);
            }
        }
        return new RecordFilter(columns, operands.build(), Condition.compile(new Filter("", groups)), invocation);
    }

    /** The first operator that does not exist. */
    Optional<String> unknownOperator() {
        return condition.problems().stream()
                .filter(Problem::isError)
                .findFirst()
                .map(problem -> problem.message(invocation.locale()));
    }

    boolean fits(StoredRecord record) {
        Fields.Builder values = Fields.builder();
        for (int i = 0; i < columns.size(); i++) {
            values.put("a" + i, column(record, columns.get(i)));
        }
        return columns.isEmpty()
                || condition.evaluate(new RecordScope(values.build())).passes();
    }

    /** {@code key}, a field, or with points a field of a field. */
    static Value column(StoredRecord record, String path) {
        if (record.data().has(path)) {
            return record.data().get(path);
        }
        if (path.equals("key")) {
            return new Text(record.key());
        }
        Value value = record.data();
        for (String name : path.split("\\.", -1)) {
            value = value instanceof Fields fields ? fields.get(name) : Nothing.NULL;
        }
        return value;
    }

    private static List<Value> items(Value value) {
        return value instanceof Items(List<Value> items) ? items : List.of();
    }

    /** What the comparison may see: this record's columns and the mapped operands. */
    private final class RecordScope implements Scope {

        private final Fields record;

        RecordScope(Fields record) {
            this.record = record;
        }

        @Override
        public Value module(int no) {
            return no == COLUMNS ? record : no == OPERANDS ? operands : Nothing.NULL;
        }

        @Override
        public Value variable(String name) {
            return Nothing.NULL;
        }

        @Override
        public Instant now() {
            return invocation.now();
        }

        @Override
        public double random() {
            return 0;
        }

        @Override
        public UUID uuid() {
            return new UUID(0, 0);
        }

        @Override
        public String executionId() {
            return invocation.run().runId();
        }

        @Override
        public ZoneId zone() {
            return invocation.zone();
        }

        @Override
        public Locale locale() {
            return invocation.locale();
        }
    }
}
