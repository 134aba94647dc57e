package dev.tutti.run;

import dev.tutti.engine.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** The totals of a run: operations, links, time. Filled while it goes, or from its stored journal. */
final class Progress {

    private static final class Module {
        int entered;
        int ok;
        int errors;
        int waiting;
        int handled;
        long micros;
    }

    private static final class Link {
        int passed;
        int rejected;
    }

    private final Map<Integer, Module> modules = new TreeMap<>();
    private final Map<Long, Link> links = new TreeMap<>();
    private int operations;

    /** The trigger's one operation happened before the run. */
    synchronized void trigger(int no) {
        module(no).entered++;
        module(no).ok++;
        operations++;
    }

    synchronized int operations() {
        return operations;
    }

    synchronized void entered(int module) {
        module(module).entered++;
    }

    synchronized void finished(int no, Entry entry) {
        Module module = module(no);
        switch (entry) {
            case Entry.Emitted emitted -> {
                module.ok++;
                module.micros += emitted.micros();
            }
            case Entry.Iterated iterated -> {
                module.ok++;
                module.micros += iterated.micros();
            }
            case Entry.Failed failed -> {
                module.errors++;
                module.micros += failed.micros();
            }
            case Entry.Suspended suspended -> module.waiting++;
            case Entry.Retrying retrying -> module.waiting++;
            case Entry.Drawn drawn -> {}
            case Entry.Filtered filtered -> {}
            case Entry.Routed routed -> module.ok++;
            case Entry.Handled handled -> {}
        }
        operations++;
    }

    synchronized void filtered(int from, int to, boolean passed) {
        Link link = links.computeIfAbsent((long) from << 32 | to, key -> new Link());
        if (passed) {
            link.passed++;
        } else {
            link.rejected++;
        }
    }

    /** Adds what a stored journal tells. */
    static Progress of(OptionalInt trigger, List<ChunkReader.Line> lines) {
        Progress progress = new Progress();
        trigger.ifPresent(progress::trigger);
        for (ChunkReader.Line line : lines) {
            if (line.entry() instanceof Entry.Filtered(int from, int to, boolean passed, var reason)) {
                progress.filtered(from, to, passed);
            } else if (line.entry() instanceof Entry.Handled) {
                progress.module(line.at().module()).handled++;
            } else if (!(line.entry() instanceof Entry.Drawn)) {
                progress.entered(line.at().module());
                progress.finished(line.at().module(), line.entry());
            }
        }
        return progress;
    }

    /** @param over whether the run has ended, so that nothing is under way any more */
    synchronized List<ModuleCount> modules(boolean over) {
        List<ModuleCount> counts = new ArrayList<>(modules.size());
        modules.forEach((no, module) -> counts.add(new ModuleCount(
                no, module.ok + module.errors, module.ok, module.errors, module.micros / 1_000, status(module, over))));
        return counts;
    }

    synchronized List<LinkCount> links() {
        List<LinkCount> counts = new ArrayList<>(links.size());
        links.forEach((key, link) ->
                counts.add(new LinkCount((int) (key >>> 32), (int) (long) key, link.passed, link.rejected)));
        return counts;
    }

    private static String status(Module module, boolean over) {
        if (module.errors > 0) {
            return module.handled >= module.errors ? "warning" : "error";
        }
        if (module.entered <= module.ok) {
            return "ok";
        }
        if (module.waiting > 0) {
            return "waiting";
        }
        return over ? "skipped" : "running";
    }

    private Module module(int no) {
        return modules.computeIfAbsent(no, key -> new Module());
    }
}
