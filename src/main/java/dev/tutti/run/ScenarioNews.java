package dev.tutti.run;

import dev.tutti.scenario.DraftChanged;
import dev.tutti.scenario.ScenarioDeleted;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** What happens to runs and watchers when a scenario changes. */
@Component
final class ScenarioNews {

    private final RunNode node;
    private final RunReader reader;
    private final Incompletes incompletes;

    ScenarioNews(RunNode node, RunReader reader, Incompletes incompletes) {
        this.incompletes = incompletes;
        this.node = node;
        this.reader = reader;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void changed(DraftChanged event) {
        node.live.tell(event.scenario(), new LiveEvent.Draft(event.scenario(), event.revision()));
    }

    /** Runs of a deleted scenario that have not begun never will, nor what is incomplete; the others finish. */
    @TransactionalEventListener(fallbackExecution = true)
    void deleted(ScenarioDeleted event) {
        incompletes.drop(new Incompletes.Selection(List.of(), Optional.of(event.scenario()), Set.of()));
        RunQuery queued = new RunQuery(
                Optional.of(event.scenario()),
                Set.of(RunStatus.QUEUED),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                200);
        while (true) {
            RunPage page = reader.list(queued);
            page.items().forEach(run -> node.endings.stop(run.id()));
            if (page.next().isEmpty()) {
                return;
            }
            queued = queued.after(page.next().get());
        }
    }
}
