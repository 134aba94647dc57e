package dev.tutti.value;

import java.util.ArrayList;
import java.util.List;

/**
 * What records of one kind look like: which fields they have and of which types. Learned from a sample or written by
 * hand; webhooks, data stores and modules that read and write tables check what they get by it.
 *
 * @param strict whether a field that it does not name is a violation
 */
public record Structure(List<StructureField> fields, boolean strict) {

    /** More would not be read by anybody. */
    static final int MOST_VIOLATIONS = 20;

    public static final Structure EMPTY = new Structure(List.of(), false);

    public Structure {
        fields = List.copyOf(fields);
    }

    /**
     * Something in a record that is not as the structure says.
     *
     * @param path such as {@code items[2].price}
     * @param said what is wrong, with the path in it
     */
    public record Violation(String path, Message said) {}

    /** What is wrong with a record, at most twenty things; empty where it fits. */
    public List<Violation> check(Fields bundle) {
        List<Violation> found = new ArrayList<>();
        new StructureCheck(found).fields(fields, strict, bundle, "");
        return List.copyOf(found);
    }

    /**
     * The structure of which this is a sample: nothing in it is required, nothing else forbidden. Of a list it is what its
     * records have together; a value that is no record is the field {@code value}.
     */
    public static Structure of(Value sample) {
        return switch (sample) {
            case Fields fields -> new Structure(StructureSample.fields(fields), false);
            case Items(List<Value> items)
            when !items.isEmpty() && items.stream().allMatch(Fields.class::isInstance) ->
                new Structure(StructureSample.item(items).fields(), false);
            default -> new Structure(StructureSample.fields(Fields.of("value", sample)), false);
        };
    }

    /** The same with another strictness. */
    public Structure strict(boolean wanted) {
        return new Structure(fields, wanted);
    }
}
