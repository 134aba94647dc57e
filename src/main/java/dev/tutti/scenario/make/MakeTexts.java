package dev.tutti.scenario.make;

import dev.tutti.expression.Expression;
import dev.tutti.expression.Reference;
import dev.tutti.expression.References;
import dev.tutti.scenario.exchange.Look;
import dev.tutti.value.Fields;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Mapped texts, pointed to the numbers that modules have on the other side, and to its variables: what Make keeps for an
 * organization or a team is kept here for the workspace.
 */
final class MakeTexts {

    private static final String HERE = "var.workspace.";
    private static final String ORGANIZATION = "var.organization.";
    private static final String TEAM = "var.team.";

    /** What Make itself says of an organization or team; nobody's variables. */
    private static final Set<String> SYSTEM = Set.of(
            "id",
            "name",
            "zone",
            "timezone",
            "countryId",
            "operationsLeft",
            "operationsLimit",
            "dataLeft",
            "dataLimit");

    private final Map<Integer, Integer> numbers;
    private final boolean out;

    private MakeTexts(Map<Integer, Integer> numbers, boolean out) {
        this.numbers = numbers;
        this.out = out;
    }

    static MakeTexts in(Map<Integer, Integer> numbers) {
        return new MakeTexts(numbers, false);
    }

    static MakeTexts out(Map<Integer, Integer> numbers) {
        return new MakeTexts(numbers, true);
    }

    static boolean mapped(String text) {
        return text.contains("{{");
    }

    Fields of(Fields values) {
        return Look.texts(values, this::of);
    }

    String of(String text) {
        if (!mapped(text)) {
            return text;
        }
        return variables(numbers.isEmpty() ? text : References.renumber(text, numbers));
    }

    /** Only the numbers, for what is kept as it was. */
    Fields renumbered(Fields values) {
        return numbers.isEmpty()
                ? values
                : Look.texts(values, text -> mapped(text) ? References.renumber(text, numbers) : text);
    }

    private String variables(String text) {
        if (!text.contains("var.")) {
            return text;
        }
        StringBuilder changed = new StringBuilder(text.length() + 16);
        int copied = 0;
        for (Reference reference : References.of(text)) {
            String use = text.substring(reference.from(), reference.to());
            String root = root(use, reference);
            if (!root.isEmpty() && reference.from() >= copied) {
                changed.append(text, copied, reference.from()).append(out ? ORGANIZATION : HERE);
                copied = reference.from() + root.length();
            }
        }
        return changed.append(text, copied, text.length()).toString();
    }

    private String root(String use, Reference reference) {
        if (!(reference.pick().head() instanceof Expression.Head.Named)) {
            return "";
        }
        if (out) {
            return use.startsWith(HERE) ? HERE : "";
        }
        String root = use.startsWith(ORGANIZATION) ? ORGANIZATION : use.startsWith(TEAM) ? TEAM : "";
        return system(reference) ? "" : root;
    }

    /** Whether it is something that only Make knows of its organizations and teams. */
    static boolean system(Reference reference) {
        List<String> path = reference.path();
        return reference.pick().head() instanceof Expression.Head.Named(String name)
                && name.equals("var")
                && path.size() >= 2
                && (path.getFirst().equals("organization") || path.getFirst().equals("team"))
                && SYSTEM.contains(path.get(1));
    }
}
