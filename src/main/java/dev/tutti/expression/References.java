package dev.tutti.expression;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which data a template uses, and how to point it elsewhere. */
public final class References {
    private References() {}

    /** In the order of the source, those inside indexes included. */
    public static List<Reference> of(Template template) {
        return template.references();
    }

    /** The same of a text that may be no correct template, as far as it can be read. */
    public static List<Reference> of(String source) {
        return Parsing.read(source, Set.of()).references();
    }

    /**
     * The source with the numbers of modules exchanged; all else stays as it is, character by character.
     *
     * @param numbers new number by old; others stay
     */
    public static String renumber(Template template, Map<Integer, Integer> numbers) {
        return renumber(template.source(), template.references(), numbers);
    }

    /** The same for a text that may be no correct template; what cannot be read stays. */
    public static String renumber(String source, Map<Integer, Integer> numbers) {
        return renumber(source, of(source), numbers);
    }

    private static String renumber(String source, List<Reference> references, Map<Integer, Integer> numbers) {
        StringBuilder out = new StringBuilder(source.length() + 16);
        int copied = 0;
        for (Reference reference : references) {
            Integer number = numbers.get(reference.module());
            if (reference.module() < 0 || number == null) {
                continue;
            }
            int from = reference.from() + (source.charAt(reference.from()) == '`' ? 1 : 0);
            int to = from;
            while (to < source.length() && Character.isDigit(source.charAt(to))) {
                to++;
            }
            out.append(source, copied, from).append(number);
            copied = to;
        }
        return out.append(source, copied, source.length()).toString();
    }
}
