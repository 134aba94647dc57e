package dev.tutti.expression;

import java.util.List;
import java.util.Map;

/** Which data a template uses, and how to point it elsewhere. */
public final class References {
    private References() {}

    /** In the order of the source, those inside indexes included. */
    public static List<Reference> of(Template template) {
        return template.references();
    }

    /**
     * The source with the numbers of modules exchanged; all else stays as it is, character by character.
     *
     * @param numbers new number by old; others stay
     */
    public static String renumber(Template template, Map<Integer, Integer> numbers) {
        throw new UnsupportedOperationException("next commit");
    }
}
