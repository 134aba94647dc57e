package dev.tutti.scenario;

import java.util.OptionalInt;

/**
 * What happens when runs of a scenario fail.
 *
 * @param handler the first module of the route that handles failures which neither the failed module nor its group
 *     handles; JSON {@code handler}
 * @param incompletes whether a run that fails is kept, to go on from there; JSON {@code incompletes}
 * @param dataLoss whether the scenario goes on where such a run, or a file that is too large, cannot be kept; JSON
 *     {@code dataLoss}
 * @param autoCommit whether each transactional module commits right after its operation, not all at the end of the
 *     cycle; JSON {@code autoCommit}
 * @param commitTriggerLast whether the trigger's position moves after everything else was committed; JSON
 *     {@code commitTriggerLast}
 * @param maxErrors after how many failed runs in a row the scenario is switched off, 0 for never; JSON
 *     {@code maxErrors}
 */
public record FailureRules(
        OptionalInt handler,
        boolean incompletes,
        boolean dataLoss,
        boolean autoCommit,
        boolean commitTriggerLast,
        int maxErrors) {

    /** What a new scenario gets. */
    public static final FailureRules DEFAULT = new FailureRules(OptionalInt.empty(), true, false, true, true, 0);

    public FailureRules withHandler(OptionalInt changed) {
        return new FailureRules(changed, incompletes, dataLoss, autoCommit, commitTriggerLast, maxErrors);
    }
}
