package dev.tutti.connector;

import dev.tutti.value.Fields;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * How nodes of Make with one of these names become a module of ours, and how such a module goes back.
 *
 * @param names "app:Module" as in Make's blueprints
 * @param rule total: whatever is in the node, a translation comes back
 * @param back writes the settings of our module (as they stand in a blueprint) as a node of Make; where it is absent the
 *     export tries our settings under their own names, and keeps what translates back to the same settings
 */
public record MakeEquivalent(
        Set<String> names, Function<MakeNode, MakeTranslation> rule, Optional<Function<Fields, MakeWriting>> back) {

    public MakeEquivalent {
        names = Set.copyOf(names);
    }

    public MakeEquivalent(Set<String> names, Function<MakeNode, MakeTranslation> rule) {
        this(names, rule, Optional.empty());
    }

    public static MakeEquivalent of(String name, Function<MakeNode, MakeTranslation> rule) {
        return new MakeEquivalent(Set.of(name), rule);
    }

    /** The same with the way back. The export checks what it writes by translating it again. */
    public MakeEquivalent back(Function<Fields, MakeWriting> writing) {
        return new MakeEquivalent(names, rule, Optional.of(writing));
    }

    public MakeTranslation translate(MakeNode node) {
        return rule.apply(node);
    }
}
