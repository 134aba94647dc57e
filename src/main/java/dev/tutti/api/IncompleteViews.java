package dev.tutti.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tutti.engine.Effects;
import dev.tutti.run.Incomplete;
import dev.tutti.run.IncompleteDetail;
import dev.tutti.scenario.ScenarioVersionId;
import dev.tutti.value.Fields;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How incomplete runs look in the JSON of the API. */
@Component
final class IncompleteViews {

    private final RunViews runs;

    IncompleteViews(RunViews runs) {
        this.runs = runs;
    }

    /** @param goesOnIn the run that goes on with it: the same run, or one of its own */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ItemView(
            String id,
            String scenarioId,
            String scenarioName,
            String runId,
            @Nullable String goesOnIn,
            String kind,
            int module,
            @Nullable String moduleName,
            String path,
            RunViews.ErrorView error,
            String state,
            int attempts,
            int maxAttempts,
            @Nullable Instant nextTryAt,
            Instant createdAt,
            @Nullable String how,
            @Nullable Instant resolvedAt) {}

    /** @param item the line of the list */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DetailView(ItemView item, @Nullable Fields input, List<UpstreamView> upstream, EffectsView effects) {}

    record UpstreamView(int no, @Nullable String name, Fields bundle) {}

    /**
     * @param again what was sent, perhaps without success, and will be sent once more
     * @param kept what was sent and will not be sent again
     * @param next what may be sent for the first time
     */
    record EffectsView(List<SentView> again, List<SentView> kept, List<SentView> next) {}

    /** @param what create, update, delete, send or read */
    record SentView(int no, @Nullable String name, String what, int calls) {}

    ItemView item(Incomplete item, Locale locale) {
        return new ItemView(
                item.id().toString(),
                item.scenario().toString(),
                item.scenarioName(),
                item.run().toString(),
                item.carrier().map(Object::toString).orElse(null),
                item.kind().word(),
                item.module(),
                runs.name(item.version(), item.module(), locale).orElse(null),
                item.path(),
                runs.view(item.error(), item.version(), locale),
                item.state().word(),
                item.attempts(),
                item.maxAttempts(),
                item.nextTryAt().orElse(null),
                item.createdAt(),
                item.resolution().map(end -> end.how().word()).orElse(null),
                item.resolution().map(Incomplete.Resolution::at).orElse(null));
    }

    DetailView detail(IncompleteDetail detail, Locale locale) {
        Incomplete item = detail.item();
        return new DetailView(
                item(item, locale),
                detail.input().orElse(null),
                detail.upstream().stream()
                        .map(before -> new UpstreamView(
                                before.module(),
                                runs.name(item.version(), before.module(), locale)
                                        .orElse(null),
                                before.bundle()))
                        .toList(),
                effects(detail.effects(), item.version(), locale));
    }

    EffectsView effects(Effects effects, ScenarioVersionId version, Locale locale) {
        return new EffectsView(
                sent(effects.again(), version, locale),
                sent(effects.kept(), version, locale),
                sent(effects.next(), version, locale));
    }

    private List<SentView> sent(List<Effects.Sent> sent, ScenarioVersionId version, Locale locale) {
        return sent.stream()
                .map(call -> new SentView(
                        call.module(),
                        runs.name(version, call.module(), locale).orElse(null),
                        call.effect().name().toLowerCase(Locale.ROOT),
                        call.calls()))
                .toList();
    }
}
