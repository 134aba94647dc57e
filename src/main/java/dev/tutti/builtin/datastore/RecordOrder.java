package dev.tutti.builtin.datastore;

import dev.tutti.datastore.StoredRecord;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Moment;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.util.Comparator;
import java.util.Optional;

/** The order that people choose for found records: by field, each up or down. */
final class RecordOrder {

    private RecordOrder() {}

    /** Empty where no order was chosen. Records that are alike stay in the order in which they came. */
    static Optional<Comparator<StoredRecord>> of(Value sort) {
        return sort instanceof Items(var rows)
                ? rows.stream()
                        .map(row -> by((Fields) row))
                        .reduce(Comparator::thenComparing)
                        .map(order -> order.thenComparing(StoredRecord::createdAt))
                : Optional.empty();
    }

    private static Comparator<StoredRecord> by(Fields row) {
        String path = Store.text(row, "key");
        Comparator<StoredRecord> up =
                Comparator.comparing(record -> RecordFilter.column(record, path), RecordOrder::compare);
        return Store.text(row, "order").equals("desc") ? up.reversed() : up;
    }

    /** Numbers, then dates, then yes and no, then texts, then the rest, whose order means nothing. */
    private static int compare(Value a, Value b) {
        return switch (a) {
            case Num(var x) when b instanceof Num(var y) -> x.compareTo(y);
            case Moment(var x) when b instanceof Moment(var y) -> x.compareTo(y);
            case Bool x when b instanceof Bool y -> x.compareTo(y);
            case Text(String x)
            when b instanceof Text(String y) -> {
                int alike = x.compareToIgnoreCase(y);
                yield alike != 0 ? alike : x.compareTo(y);
            }
            default -> Integer.compare(rank(a), rank(b));
        };
    }

    private static int rank(Value value) {
        return switch (value) {
            case Num _ -> 0;
            case Moment _ -> 1;
            case Bool _ -> 2;
            case Text _ -> 3;
            default -> 4;
        };
    }
}
