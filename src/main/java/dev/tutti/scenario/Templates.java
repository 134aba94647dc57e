package dev.tutti.scenario;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tutti.expression.Expressions;
import dev.tutti.expression.Parse;

/** Parses mapped texts and remembers them: a draft is checked again after each edit, and little of it has changed. */
final class Templates {

    private static final long CHARACTERS_KEPT = 4_000_000;

    private static final Cache<String, Parse> PARSED = Caffeine.newBuilder()
            .maximumWeight(CHARACTERS_KEPT)
            .weigher((String source, Parse parse) -> source.length() + 50)
            .build();

    private Templates() {}

    static Parse parse(String source) {
        return PARSED.get(source, Expressions::parse);
    }

    /** Whether a text has anything to be filled in. */
    static boolean mapped(String text) {
        return text.contains("{{");
    }
}
