package dev.tutti.expression;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** The parsed text of a mapped field. Equal when the texts are. */
public final class Template {
    private final String source;
    private final Expression root;
    private final List<Problem> warnings;
    private final List<Reference> references;
    private final IdentityHashMap<Expression, Span> spans;

    Template(
            String source,
            Expression root,
            List<Problem> warnings,
            List<Reference> references,
            IdentityHashMap<Expression, Span> spans) {
        this.source = source;
        this.root = root;
        this.warnings = List.copyOf(warnings);
        this.references = List.copyOf(references);
        this.spans = spans;
    }

    /** The text as it was given. */
    public String source() {
        return source;
    }

    public Expression root() {
        return root;
    }

    /** What works but is probably not meant. */
    public List<Problem> warnings() {
        return warnings;
    }

    /** The data it uses, in the order of the source. */
    public List<Reference> references() {
        return references;
    }

    /** Where in the source this very node of the tree stands. */
    Optional<Span> span(Expression node) {
        return Optional.ofNullable(spans.get(node));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Template template && template.source.equals(source);
    }

    @Override
    public int hashCode() {
        return source.hashCode();
    }

    @Override
    public String toString() {
        return source;
    }
}
