package dev.tutti.run;

import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** The runs that are in this process's memory now. */
final class Executions {

    private final ConcurrentHashMap<Long, Execution> here = new ConcurrentHashMap<>();
    private final Semaphore permits;

    /** @param limit how many accepted runs may go on at once; the others wait in the database */
    Executions(int limit) {
        permits = new Semaphore(limit);
    }

    boolean tryEnter() {
        return permits.tryAcquire();
    }

    void exit() {
        permits.release();
    }

    void add(Execution execution) {
        here.put(execution.row.id(), execution);
    }

    void remove(Execution execution) {
        here.remove(execution.row.id(), execution);
    }

    Optional<Execution> find(long run) {
        return Optional.ofNullable(here.get(run));
    }

    Collection<Execution> all() {
        return here.values();
    }
}
