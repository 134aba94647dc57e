package dev.tutti.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What changed in a run since a watcher was told last. */
final class RunDiff {

    private final Map<Integer, ModuleCount> modules = new HashMap<>();
    private final Map<Long, LinkCount> links = new HashMap<>();
    private @Nullable RunStatus status;
    private boolean here;

    List<LiveEvent> next(LiveHub.Snapshot snapshot) {
        here = snapshot.here();
        RunDetail now = snapshot.detail();
        List<LiveEvent> events = new ArrayList<>();
        Run run = now.run();
        boolean moved = status != run.status();
        if (moved && !run.status().ended()) {
            events.add(new LiveEvent.Began(run));
        } else if (status == null) {
            events.add(new LiveEvent.Began(run));
        }
        for (ModuleCount count : now.modules()) {
            if (!count.equals(modules.put(count.no(), count))) {
                events.add(new LiveEvent.Module(run.id(), count));
            }
        }
        for (LinkCount count : now.links()) {
            if (!count.equals(links.put((long) count.from() << 32 | count.to(), count))) {
                events.add(new LiveEvent.Link(run.id(), count));
            }
        }
        if (moved && run.status().ended()) {
            events.add(new LiveEvent.Finished(run));
        }
        status = run.status();
        return events;
    }

    /** Whether it was in this process's memory the last time. */
    boolean here() {
        return here;
    }

    boolean over() {
        return status != null && status.ended();
    }
}
