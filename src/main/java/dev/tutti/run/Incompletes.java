package dev.tutti.run;

import dev.tutti.scenario.ScenarioId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What failed and can go on: whole runs, and bundles that a Break put aside. */
@Component
public final class Incompletes {

    private final IncompleteReader reader;

    Incompletes(IncompleteReader reader) {
        this.reader = reader;
    }

    /** A page of them, newest first. */
    public IncompletePage list(IncompleteQuery query) {
        return reader.list(query);
    }

    /** One of them. */
    public Optional<Incomplete> find(IncompleteId id) {
        return reader.find(id);
    }

    /** One with its data and with what letting it go on will do. */
    public Optional<IncompleteDetail> detail(IncompleteId id) {
        return find(id).map(item -> new IncompleteDetail(item, Optional.empty(), List.of(), List.of(), List.of()));
    }

    /** How many of each scenario still want something; scenarios without any are not in it. */
    public Map<ScenarioId, Integer> open() {
        return reader.open();
    }

    /** Lets one go on now, with data that a person changed or as it was. */
    public RetryAnswer retry(IncompleteId id, Edits edits) {
        throw new UnsupportedOperationException("not there yet " + id + edits);
    }

    /** Lets many go on, a few at a time; returns how many. */
    public int retry(Selection which) {
        throw new UnsupportedOperationException("not there yet " + which);
    }

    /** Gives one up; false when it was over, or there is none. A whole run ends as stopped. */
    public boolean drop(IncompleteId id) {
        throw new UnsupportedOperationException("not there yet " + id);
    }

    /** Gives many up; returns how many. */
    public int drop(Selection which) {
        throw new UnsupportedOperationException("not there yet " + which);
    }

    /** Which items a wish is about: these, or those of a scenario and of some states. Both empty is all. */
    public record Selection(List<IncompleteId> ids, Optional<ScenarioId> scenario, Set<Incomplete.State> states) {}

    /** What became of a wish to go on. */
    public sealed interface RetryAnswer {

        /** It goes on in this run. */
        record GoesOn(RunId run) implements RetryAnswer {}

        /** It goes on as soon as other runs of the scenario let it. */
        record Soon() implements RetryAnswer {}

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
