package dev.tutti.scenario;

import java.util.List;
import java.util.Optional;

/**
 * The scenarios of the workspace: their drafts, their versions, whether they are on, and their plans. Every method is
 * one transaction. Where a scenario may be unknown (or deleted) the answer is empty, or {@link Unknown}.
 */
public interface Scenarios {

    ScenarioSummary create(NewScenario wish, Author by);

    ScenarioPage list(ScenarioQuery query);

    Optional<ScenarioSummary> find(ScenarioId id);

    /** Takes the scenario out of sight and turns it off; its versions stay while runs refer to them. */
    boolean delete(ScenarioId id, Author by);

    Optional<Draft> draft(ScenarioId id);

    /** Applies the edits all together or not at all, if the draft still has this revision. */
    EditAnswer edit(ScenarioId id, long baseRevision, List<Edit> edits, Author by);

    /** Replaces the whole draft, if it still has this revision. */
    EditAnswer put(ScenarioId id, long baseRevision, Blueprint blueprint, Author by);

    /** Renames the scenario. */
    EditAnswer rename(ScenarioId id, String name, Author by);

    /** Brings the draft back to the live version. */
    EditAnswer discard(ScenarioId id, Author by);

    /** Brings the draft back to this published version. */
    EditAnswer restore(ScenarioId id, int number, Author by);

    /** Makes the draft the live version, unless it has errors, and turns it on if asked. */
    PublishAnswer publish(ScenarioId id, boolean turnOn, Optional<String> note, Author by);

    /** Turns the live version on or off for requests and schedules. */
    SwitchAnswer turn(ScenarioId id, boolean on, Author by);

    /** What was published, the newest first. */
    List<ScenarioVersion> versions(ScenarioId id);

    Optional<ScenarioVersion> version(ScenarioId id, int number);

    Optional<ScenarioVersion> version(ScenarioVersionId id);

    /** What this version looked like; of deleted scenarios too, so that runs can show it. */
    Optional<Blueprint> blueprint(ScenarioVersionId id);

    /** The version made ready to run, from memory after the first time; of deleted scenarios too. */
    Optional<Executable> plan(ScenarioVersionId id);

    /** The published version that is to run now, whether the scenario is on or off. */
    Optional<ScenarioVersion> live(ScenarioId id);

    /** Keeps the draft as it is now for a test run. The same draft gives the same snapshot. */
    SnapshotAnswer snapshot(ScenarioId id, Author by);

    /** How many edits the draft has had; a cheap question for programs that watch it. */
    Optional<Long> revision(ScenarioId id);

    /** There is no such scenario, or it was deleted, or it has no such version. */
    record Unknown() implements EditAnswer, PublishAnswer, SwitchAnswer, SnapshotAnswer {}

    /** What became of edits. */
    sealed interface EditAnswer permits Saved, Conflict, Refused, Unknown {}

    record Saved(Draft draft) implements EditAnswer {}

    /**
     * The draft has moved on.
     *
     * @param revision its revision now
     * @param since what happened after the revision that was given, oldest first
     */
    record Conflict(long revision, List<Edit> since) implements EditAnswer {}

    /**
     * One edit cannot be done, so none was.
     *
     * @param index its place among the edits, from 0
     * @param code why; its sentence is {@code edit.<code>} with the arguments
     */
    record Refused(int index, String code, List<String> arguments) implements EditAnswer {}

    /** What became of publishing. */
    sealed interface PublishAnswer permits Published, Blocked, Unknown {}

    record Published(ScenarioVersion version, boolean on) implements PublishAnswer {}

    /** The draft has errors. */
    record Blocked(List<Problem> problems) implements PublishAnswer, SnapshotAnswer {

        /** How many of the problems are errors. */
        public long errors() {
            return problems.stream().filter(Problem::isError).count();
        }
    }

    /** What became of turning on or off. */
    sealed interface SwitchAnswer permits Switched, NeverPublished, Unknown {}

    record Switched(boolean on, boolean changed) implements SwitchAnswer {}

    /** There is nothing to turn on yet. */
    record NeverPublished() implements SwitchAnswer {}

    /** What became of taking a snapshot. */
    sealed interface SnapshotAnswer permits Snapshot, Blocked, Unknown {}

    record Snapshot(ScenarioVersion version) implements SnapshotAnswer {}
}
