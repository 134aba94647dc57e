package dev.tutti.engine;

/**
 * What its owner decided about the runs of a scenario.
 *
 * @param incompletes whether a run that fails is kept at the place where it failed, to go on from there. Not so for a
 *     failure of the first module, of which nothing would be saved, nor where a Break puts the bundle aside anyway.
 * @param dataLoss whether a file that is too large is a warning
 * @param autoCommit whether each transactional module commits after its operation; else a whole cycle is one
 *     transaction
 * @param commitTriggerLast whether the trigger's position moves after all transactions were committed
 * @param cycles how many cycles a run may have; a test run has one
 */
public record Policy(boolean incompletes, boolean dataLoss, boolean autoCommit, boolean commitTriggerLast, int cycles) {
    /** One cycle, nothing kept, each operation committed. */
    public static final Policy PLAIN = new Policy(false, false, true, true, 1);

    public Policy {
        if (cycles < 1) {
            throw new IllegalArgumentException("A run has at least one cycle");
        }
    }
}
