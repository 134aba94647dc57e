package dev.tutti.builtin.flow;

import dev.tutti.connector.Field;
import dev.tutti.connector.FieldType;
import dev.tutti.connector.MakeNode;
import dev.tutti.connector.MakeWriting;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Nothing;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.util.ArrayList;
import java.util.List;

/** What all aggregators have in common: a source, groups, and what happens when nothing arrives. */
public final class Aggregation {

    private Aggregation() {}

    /** The source, then the aggregator's own fields, then the rest. */
    public static Field[] fields(Field... own) {
        List<Field> all = new ArrayList<>();
        all.add(Field.of("source", FieldType.MODULE).require().unmapped());
        all.addAll(List.of(own));
        all.add(Field.of("groupBy", FieldType.ANY).inAdvanced());
        all.add(Field.yesNo("stopIfEmpty").byDefault(false).unmapped().inAdvanced());
        return all.toArray(Field[]::new);
    }

    /** What each item holds: a name and a value for each of its fields. */
    public static Field items() {
        return Field.list("fields", Field.text("name").require().unmapped(), Field.of("value", FieldType.ANY));
    }

    /** The mapped settings of a node of Make as such a list. */
    public static Items named(Fields mapper) {
        return new Items(mapper.fields().entrySet().stream()
                .<Value>map(field -> Fields.of("name", Text.of(field.getKey()), "value", field.getValue()))
                .toList());
    }

    /** The same back, to which the aggregator adds its own. */
    static MakeWriting toMake(String module, Fields values) {
        MakeWriting writing =
                MakeWriting.of(module, 1).set("feeder", values.get("source")).flag("groupBy", values.get("groupBy"));
        return values.get("stopIfEmpty") == Bool.TRUE ? writing.flag("stopIfEmpty", Bool.TRUE) : writing;
    }

    /** The common settings of a node of Make, to which the aggregator adds its own. */
    public static Fields fromMake(MakeNode node) {
        Fields.Builder values = Fields.builder();
        Value feeder = node.parameters().get("feeder");
        if (feeder instanceof Num || feeder instanceof Text) {
            values.put("source", feeder);
        }
        Value groupBy = node.flags().get("groupBy");
        if (!(groupBy instanceof Nothing) && !groupBy.equals(Text.EMPTY)) {
            values.put("groupBy", groupBy);
        }
        return values.put("stopIfEmpty", Bool.of(MakeNode.yes(node.flags().get("stopIfEmpty"), false)))
                .build();
    }
}
