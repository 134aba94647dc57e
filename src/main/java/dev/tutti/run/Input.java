package dev.tutti.run;

import dev.tutti.value.Fields;
import java.util.List;
import java.util.Optional;

/**
 * What a run starts with.
 *
 * @param bundles what the first module gives out
 * @param raw the body as it came, kept as the stored input where there is one, so that nothing is encoded twice
 */
public record Input(List<Fields> bundles, Optional<Raw> raw) {

    public Input {
        bundles = List.copyOf(bundles);
    }

    /** Bundles that came in already parsed. */
    public static Input of(List<Fields> bundles) {
        return new Input(bundles, Optional.empty());
    }

    /**
     * A body as it came and the reader that turns it into the bundles again.
     *
     * @param reader the name of the {@link InputReader} that made the bundles
     * @param head what the reader needs besides the body, such as content type and query
     */
    public record Raw(String reader, String head, byte[] body) {}
}
