package dev.tutti.run;

import dev.tutti.scenario.Author;
import dev.tutti.scenario.Problem;
import dev.tutti.value.Fields;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A wish to run again what ran before, as a new run that names the old one.
 *
 * @param data what the trigger gives out this time; without it what it gave out then
 * @param from the module to begin with; those before it are taken to have given out what they gave out then
 * @param outputs with {@code from}: what earlier modules are taken to have given out instead, by their numbers
 * @param by who wishes it, for the snapshot of a draft
 */
public record Replay(
        RunId run,
        Version version,
        Optional<List<Fields>> data,
        OptionalInt from,
        Map<Integer, Fields> outputs,
        Author by) {

    public Replay {
        outputs = Map.copyOf(outputs);
    }

    /** The whole run again, with what it started with then. */
    public static Replay whole(RunId run, Version version, Author by) {
        return new Replay(run, version, Optional.empty(), OptionalInt.empty(), Map.of(), by);
    }

    /** Which version runs. */
    public enum Version {
        LIVE,
        DRAFT,
        SAME
    }

    /** What became of the wish. */
    public sealed interface Answer {

        /** It runs. */
        record Begun(Started started) implements Answer {}

        /** There is no such run. */
        record Unknown() implements Answer {}

        /** Nothing is published, or the version of that time cannot be run any more. */
        record NoVersion() implements Answer {}

        /** The draft has errors. */
        record Blocked(List<Problem> problems) implements Answer {}

        /** What the run started with, or gave out, was not kept: the scenario is confidential. */
        record NotKept() implements Answer {}

        /** The version that would run has no such module, or that run never came to it. */
        record NoModule(int module) implements Answer {}
    }
}
