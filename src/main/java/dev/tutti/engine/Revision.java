package dev.tutti.engine;

import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the journal says of the changes that people made.
 *
 * @param times how often somebody made some
 * @param ways of the bundles that were replaced; what lies below them may have been worked out from what is no more
 */
record Revision(int times, List<Way> ways) {

    /** The way of a bundle; without a path, that of the whole run. */
    record Way(@Nullable StepPath path) {
        boolean leadsTo(StepPath at) {
            StepPath cell = at.parent();
            while (cell != null && !cell.equals(path)) {
                cell = cell.parent();
            }
            return path == null || cell != null;
        }
    }

    static Revision of(Journal journal) {
        if (!(journal.recall(Marks.EDITED).orElse(null) instanceof Entry.Drawn(Fields told))) {
            return new Revision(0, List.of());
        }
        List<Way> ways = new ArrayList<>();
        if (told.get("ways") instanceof Items(List<Value> texts)) {
            for (Value text : texts) {
                if (text instanceof Text(String path)) {
                    ways.add(new Way(path.isEmpty() ? null : StepPath.parse(path)));
                }
            }
        }
        return new Revision(told.get("times") instanceof Num(var times) ? times.intValue() : 0, ways);
    }

    /** Once more, with more bundles replaced. */
    Revision and(List<Way> more) {
        List<Way> all = new ArrayList<>(ways);
        all.addAll(more);
        return new Revision(times + 1, all);
    }

    Entry entry() {
        List<Value> paths = new ArrayList<>();
        ways.forEach(
                way -> paths.add(Text.of(way.path() == null ? "" : way.path().toString())));
        return new Entry.Drawn(Fields.of("times", Num.of(times), "ways", new Items(paths)));
    }

    boolean happened() {
        return times > 0;
    }

    boolean touches(StepPath at) {
        return times > 0 && ways.stream().anyMatch(way -> way.leadsTo(at));
    }
}
