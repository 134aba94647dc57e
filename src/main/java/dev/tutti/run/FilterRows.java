package dev.tutti.run;

import dev.tutti.engine.Entry;
import dev.tutti.expression.Verdict;
import dev.tutti.scenario.LinkFilter;
import dev.tutti.value.Coercion;
import dev.tutti.value.Json;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What each row of a filter compared, and why it passed or not. */
final class FilterRows {

    private FilterRows() {}

    static List<List<Operation.Row>> of(StoredRun run, Entry.Filtered filtered, @Nullable Verdict verdict) {
        if (verdict == null) {
            return List.of();
        }
        Locale locale = run.executable().plan().locale();
        List<List<LinkFilter.Row>> conditions = run.executable()
                .blueprint()
                .link(filtered.from(), filtered.to())
                .flatMap(link -> link.filter())
                .map(LinkFilter::conditions)
                .orElse(List.of());
        List<List<Operation.Row>> groups = new ArrayList<>();
        for (int g = 0; g < verdict.groups().size(); g++) {
            List<Operation.Row> rows = new ArrayList<>();
            List<Verdict.Row> seen = verdict.groups().get(g);
            for (int r = 0; r < seen.size(); r++) {
                Verdict.Row row = seen.get(r);
                String operator = g < conditions.size() && r < conditions.get(g).size()
                        ? conditions.get(g).get(r).o()
                        : "";
                rows.add(new Operation.Row(
                        text(row.a(), run),
                        operator,
                        text(row.b(), run),
                        row.passed(),
                        row.reason().map(reason -> reason.in(locale)).orElse("")));
            }
            groups.add(rows);
        }
        return groups;
    }

    private static String text(Value value, StoredRun run) {
        return Coercion.toText(value, run.executable().plan().zone()) instanceof Coercion.Ok(Text(String text))
                ? text
                : Json.write(value);
    }
}
