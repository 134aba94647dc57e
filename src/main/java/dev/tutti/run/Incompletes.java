package dev.tutti.run;

import dev.tutti.engine.Edits;
import dev.tutti.scenario.ScenarioId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What failed and can go on: whole runs, and bundles that a Break put aside. */
@Component
public final class Incompletes {

    private final IncompleteReader reader;
    private final IncompleteDetails details;
    private final RunNode node;

    Incompletes(IncompleteReader reader, IncompleteDetails details, RunNode node) {
        this.reader = reader;
        this.details = details;
        this.node = node;
    }

    /** A page of them, newest first. */
    public IncompletePage list(IncompleteQuery query) {
        return reader.list(query);
    }

    /** One of them. */
    public Optional<Incomplete> find(IncompleteId id) {
        return reader.find(id);
    }

    /** What a run left behind that still wants something, the newest first, at most 100. */
    public List<Incomplete> of(RunId run) {
        return reader.of(run.value());
    }

    /** One with its data and with what letting it go on will do. */
    public Optional<IncompleteDetail> detail(IncompleteId id) {
        return find(id).map(details::of);
    }

    /** How many of each scenario still want something; scenarios without any are not in it. */
    public Map<ScenarioId, Integer> open() {
        return reader.open();
    }

    /** Lets one go on now, with data that a person changed or as it was. */
    public RetryAnswer retry(IncompleteId id, Edits edits) {
        Incomplete item = find(id).orElse(null);
        if (item == null) {
            return new RetryAnswer.Unknown();
        }
        OptionalInt stranger = details.stranger(item, edits);
        if (stranger.isPresent()) {
            return new RetryAnswer.NoModule(stranger.getAsInt());
        }
        return switch (node.retries.byHand(item, edits)) {
            case IncompleteRetries.Begin.Begun(RunId run) -> new RetryAnswer.GoesOn(run);
            case IncompleteRetries.Begin.NoVersion _ -> new RetryAnswer.NoVersion();
            case IncompleteRetries.Begin.NotOpen _ ->
                new RetryAnswer.NotOpen(find(id).orElse(item).state());
            case IncompleteRetries.Begin.Busy _ -> {
                if (!IncompleteRetries.none(edits)) {
                    yield new RetryAnswer.Busy();
                }
                node.retries.soon(List.of(id));
                yield new RetryAnswer.Soon();
            }
        };
    }

    /** Lets many go on, a few at a time; returns how many. */
    public int retry(Selection which) {
        return node.retries.soon(ids(which));
    }

    /** Gives one up; false when it was over, or there is none. A run that stands there ends as stopped. */
    public boolean drop(IncompleteId id) {
        return find(id).filter(node.retries::drop).isPresent();
    }

    /** Gives many up; returns how many. */
    public int drop(Selection which) {
        return (int) ids(which).stream().filter(this::drop).count();
    }

    private List<IncompleteId> ids(Selection which) {
        if (!which.ids().isEmpty()) {
            return which.ids();
        }
        Set<Incomplete.State> states = which.states().isEmpty() ? IncompleteQuery.OPEN : which.states();
        return reader.ids(which.scenario(), states);
    }

    /** Which items a wish is about: these, or those of a scenario and of some states. Both empty is all. */
    public record Selection(List<IncompleteId> ids, Optional<ScenarioId> scenario, Set<Incomplete.State> states) {}

    /** What became of a wish to go on. */
    public sealed interface RetryAnswer {

        /** It goes on in this run. */
        record GoesOn(RunId run) implements RetryAnswer {}

        /** It goes on as soon as other runs of the scenario let it. */
        record Soon() implements RetryAnswer {}

        /** Another run of the scenario goes on, and runs of it wait for each other: the edits are not kept. */
        record Busy() implements RetryAnswer {}

        /** There is no such item. */
        record Unknown() implements RetryAnswer {}

        /** It is over, or goes on already. */
        record NotOpen(Incomplete.State state) implements RetryAnswer {}

        /** The version it belongs to cannot be run any more. */
        record NoVersion() implements RetryAnswer {}

        /** An edit names a module that gave out nothing on the way there. */
        record NoModule(int module) implements RetryAnswer {}
    }
}
