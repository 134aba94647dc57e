package dev.tutti.api;

import dev.tutti.scenario.BlueprintJson;
import dev.tutti.scenario.Draft;
import dev.tutti.value.Fields;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A draft.
 *
 * @param changes how much differs from what is live
 * @param webhook the address of its webhook, where it starts with one
 * @param next what the next new module gets
 */
record DraftView(
        String id,
        String name,
        long revision,
        Fields blueprint,
        List<ProblemView> problems,
        @Nullable LiveView live,
        boolean on,
        int changes,
        @Nullable AddressView webhook,
        NextView next,
        Instant changedAt) {

    record LiveView(int version, Instant publishedAt) {}

    record AddressView(String url) {}

    record NextView(int no) {}

    static DraftView of(Draft draft, Optional<String> webhook, Locale locale) {
        return new DraftView(
                draft.scenario().toString(),
                draft.name(),
                draft.revision(),
                BlueprintJson.write(draft.blueprint()),
                ProblemView.of(draft.problems(), locale),
                draft.live()
                        .map(live -> new LiveView(live.number().orElse(0), live.createdAt()))
                        .orElse(null),
                draft.on(),
                draft.changes(),
                webhook.map(AddressView::new).orElse(null),
                new NextView(draft.next()),
                draft.changedAt());
    }
}
