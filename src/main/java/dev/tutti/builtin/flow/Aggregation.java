package dev.tutti.builtin.flow;

import dev.tutti.connector.Field;
import dev.tutti.connector.FieldType;
import dev.tutti.connector.MakeNode;
import dev.tutti.connector.MakeWriting;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Nothing;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.util.ArrayList;
import java.util.List;

/** What all aggregators have in common: a source, groups, and what happens when nothing arrives. */
final class Aggregation {

    private Aggregation() {}

    /** The source, then the aggregator's own fields, then the rest. */
    static Field[] fields(Field... own) {
        List<Field> all = new ArrayList<>();
        all.add(Field.of("source", FieldType.MODULE).require().unmapped());
        all.addAll(List.of(own));
        all.add(Field.of("groupBy", FieldType.ANY).inAdvanced());
        all.add(Field.yesNo("stopIfEmpty").byDefault(false).unmapped().inAdvanced());
        return all.toArray(Field[]::new);
    }

    /** The same back, to which the aggregator adds its own. */
    static MakeWriting toMake(String module, Fields values) {
        MakeWriting writing =
                MakeWriting.of(module, 1).set("feeder", values.get("source")).flag("groupBy", values.get("groupBy"));
        return values.get("stopIfEmpty") == Bool.TRUE ? writing.flag("stopIfEmpty", Bool.TRUE) : writing;
    }

    /** The common settings of a node of Make, to which the aggregator adds its own. */
    static Fields fromMake(MakeNode node) {
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
