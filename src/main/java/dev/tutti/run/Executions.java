package dev.tutti.run;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** The runs that are in this process's memory now, and who waits here for runs that are not. */
final class Executions {

    private final ConcurrentHashMap<Long, Execution> here = new ConcurrentHashMap<>();
    private final Set<Long> coming = ConcurrentHashMap.newKeySet();
    private final Cache<Long, Caller> callers =
            Caffeine.newBuilder().weakValues().build();
    private final Semaphore permits;
    private volatile boolean closing;

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

    /** A run that is being taken from the database belongs here before it is here. */
    boolean expect(long run) {
        return coming.add(run);
    }

    void arrived(long run) {
        coming.remove(run);
    }

    boolean knows(long run) {
        return here.containsKey(run) || coming.contains(run);
    }

    /** Keeps those who wait for a run that leaves memory, for as long as they do wait. */
    void keep(long run, Caller caller) {
        callers.put(run, caller);
    }

    Caller caller(long run) {
        return callers.get(run, key -> new Caller());
    }

    void close() {
        closing = true;
    }

    boolean closing() {
        return closing;
    }
}
