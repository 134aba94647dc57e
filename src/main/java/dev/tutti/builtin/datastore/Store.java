package dev.tutti.builtin.datastore;

import dev.tutti.connector.Failures;
import dev.tutti.connector.Field;
import dev.tutti.connector.FieldType;
import dev.tutti.connector.MakeNode;
import dev.tutti.connector.MakeTranslation;
import dev.tutti.datastore.Call;
import dev.tutti.datastore.DataStoreId;
import dev.tutti.datastore.StoredRecord;
import dev.tutti.datastore.Written;
import dev.tutti.engine.Failure;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.util.Optional;
import java.util.function.Function;

/** What the modules for data stores have in common. */
final class Store {

    static final String ICON = "database";
    static final String TINT = "#1B5FC2";

    private Store() {}

    static Field field() {
        return Field.of("store", FieldType.DATASTORE).require().unmapped();
    }

    static Optional<DataStoreId> id(Fields input) {
        try {
            return Optional.of(DataStoreId.of(text(input, "store")));
        } catch (NumberFormatException foreign) {
            return Optional.empty();
        }
    }

    static String text(Fields input, String key) {
        return input.get(key) instanceof Text(String text) ? text : "";
    }

    static Fields data(Fields input) {
        return input.get("data") instanceof Fields data ? data : Fields.EMPTY;
    }

    /** The same for every repetition of this call, so that a write happens once. */
    static Call call(Invocation invocation) {
        return new Call(
                Long.parseLong(invocation.run().runId()), invocation.at().toString());
    }

    static Fields bundle(StoredRecord record) {
        return Fields.of("key", Text.of(record.key()), "data", record.data());
    }

    static Outcome outcome(Invocation invocation, Written written, Function<Written.Done, Fields> bundle) {
        return switch (written) {
            case Written.Done done -> Outcome.emitted(bundle.apply(done));
            case Written.Exists(String key) ->
                Failures.fail(invocation, Failure.Kind.DUPLICATE_DATA, "builtin.datastore.exists", key);
            case Written.Missing(String key) ->
                Failures.fail(invocation, Failure.Kind.DATA, "builtin.datastore.missing", key);
            case Written.NoStore() -> noStore(invocation);
            case Written.BadKey() -> Failures.fail(invocation, Failure.Kind.BUNDLE_VALIDATION, "builtin.datastore.key");
            case Written.TooLarge(long bytes) ->
                Failures.fail(invocation, Failure.Kind.DATA, "builtin.datastore.large", bytes / 1_000_000);
            case Written.HoldsFile(String field) ->
                Failures.fail(invocation, Failure.Kind.DATA, "builtin.datastore.file", field);
            case Written.Unfit unfit ->
                Failures.fail(
                        invocation,
                        Failure.Kind.BUNDLE_VALIDATION,
                        "builtin.datastore.unfit",
                        unfit.said(invocation.locale()));
        };
    }

    static Outcome.Failed noStore(Invocation invocation) {
        return Failures.fail(invocation, Failure.Kind.INVALID_CONFIGURATION, "builtin.datastore.gone");
    }

    /** Whose data store it was in Make does not come along: a person chooses one of ours. */
    static MakeTranslation fromMake(MakeNode node, Fields values) {
        return MakeTranslation.exact(values).todo("builtin.make.datastore", node.chosen("datastore"));
    }

    static Value orNo(MakeNode node, String key) {
        return Bool.of(node.yes(key, false));
    }
}
