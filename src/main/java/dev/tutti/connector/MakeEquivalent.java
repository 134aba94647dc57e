package dev.tutti.connector;

import java.util.Set;
import java.util.function.Function;

/**
 * How nodes of Make with one of these names become a module of ours.
 *
 * @param names "app:Module" as in Make's blueprints
 * @param rule total: whatever is in the node, a translation comes back
 */
public record MakeEquivalent(Set<String> names, Function<MakeNode, MakeTranslation> rule) {

    public MakeEquivalent {
        names = Set.copyOf(names);
    }

    public static MakeEquivalent of(String name, Function<MakeNode, MakeTranslation> rule) {
        return new MakeEquivalent(Set.of(name), rule);
    }

    public MakeTranslation translate(MakeNode node) {
        return rule.apply(node);
    }
}
