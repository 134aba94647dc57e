package dev.tutti.run;

import dev.tutti.scenario.ScenarioVersionId;
import dev.tutti.value.Fields;
import java.util.List;

/** What gives runs that a trigger started the bundles of their later cycles, and is told when a cycle is over. */
public interface CycleFeed {

    /** Nothing comes after the first cycle. */
    CycleFeed NONE = new CycleFeed() {
        @Override
        public List<Fields> more(RunId run, ScenarioVersionId version, int cycle) {
            return List.of();
        }

        @Override
        public void settle(RunId run, ScenarioVersionId version, int cycle, boolean counts) {
            // nothing to move
        }
    };

    /** The bundles of another cycle, from 1; none ends the run. May be asked twice for the same. */
    List<Fields> more(RunId run, ScenarioVersionId version, int cycle);

    /** A cycle is over, and either counts or is rolled back. May be told twice. */
    void settle(RunId run, ScenarioVersionId version, int cycle, boolean counts);
}
