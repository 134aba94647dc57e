package dev.tutti.engine;

import dev.tutti.engine.Result.Fault;
import dev.tutti.engine.Result.Status;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The cycles of a run: each reads, goes through the whole flow and commits. */
final class Cycles {
    private final Setting setting;
    private final Walk walk;
    private final Transactions transactions;

    Cycles(Setting setting, Walk walk) {
        this.setting = setting;
        this.walk = walk;
        this.transactions = setting.transactions();
    }

    Result run(List<Fields> input) {
        try {
            Fault unready = unready();
            return unready == null ? cycles(input) : walk.failed(unready);
        } finally {
            transactions.close();
        }
    }

    /** Known to be broken is broken: nothing happens before a connection is mended. Asked once in a run. */
    private @Nullable Fault unready() {
        Map<String, Integer> connections = setting.plan().layout().connections;
        if (connections.isEmpty()
                || setting.journal().recall(Marks.READY).isPresent()
                || !setting.course().reached()) {
            return null;
        }
        for (Map.Entry<String, Integer> connection : connections.entrySet()) {
            Optional<Failure> failure = setting.modules().unready(connection.getKey());
            if (failure.isPresent()) {
                int module = connection.getValue();
                return new Fault(module, StepPath.of(module, 0), failure.get());
            }
        }
        setting.journal().append(Marks.READY, new Entry.Drawn(Bool.TRUE));
        return null;
    }

    private Result cycles(List<Fields> input) {
        boolean triggered = setting.plan().trigger().isPresent();
        int most = setting.surroundings().run().test()
                ? 1
                : setting.plan().policy().cycles();
        boolean onTheWay = !setting.course().reached();
        for (int cycle = 0; cycle < most; cycle++) {
            List<Fields> bundles = cycle == 0 && triggered ? input : List.of(Fields.EMPTY);
            if (cycle > 0 && triggered) {
                bundles = more(cycle);
                if (bundles.isEmpty()) {
                    break;
                }
            }
            Result over = settle(cycle, walk.cycle(cycle, bundles));
            if (over != null) {
                return over;
            }
            if (onTheWay && setting.course().reached()) {
                break;
            }
            setting.variables().nextCycle();
        }
        return walk.ended(Status.SUCCESS, Optional.empty(), false);
    }

    /** The bundles of a later cycle, which stay what they were when a run is resumed. */
    private List<Fields> more(int cycle) {
        StepPath at = Marks.cycle(cycle);
        if (setting.journal().recall(at).orElse(null) instanceof Entry.Drawn(Items(List<Value> known))) {
            return known.stream().map(Fields.class::cast).toList();
        }
        List<Fields> bundles = setting.surroundings().more(cycle);
        setting.journal().append(at, new Entry.Drawn(new Items(List.copyOf(bundles))));
        return bundles;
    }

    /** Commits the cycle or rolls it back; says how the run ended, if it did. */
    private @Nullable Result settle(int cycle, @Nullable Result over) {
        return switch (over) {
            case null -> commit(cycle, null);
            case Result.Ended ended
            when ended.status() == Status.ERROR -> {
                Result result = rollback(over);
                transactions.tellFailures();
                trigger(cycle, false);
                yield result;
            }
            case Result.Ended ended when ended.status() == Status.STOPPED -> rollback(over);
            case Result.Ended _ -> commit(cycle, over);
            // Nothing stays open while a run waits, however long that is.
            case Result.Suspended _ ->
                transactions.commit().map(this::inconsistent).orElse(over);
            case Result.Interrupted _ -> rollback(over);
            case Result.Incomplete _ -> {
                Result result = rollback(over);
                transactions.tellFailures();
                trigger(cycle, true);
                yield result;
            }
        };
    }

    private @Nullable Result commit(int cycle, @Nullable Result over) {
        boolean last = setting.plan().policy().commitTriggerLast();
        if (!last) {
            trigger(cycle, true);
        }
        Optional<Failure> failure = transactions.commit();
        if (failure.isPresent()) {
            trigger(cycle, false);
            return inconsistent(failure.get());
        }
        if (last) {
            trigger(cycle, true);
        }
        return over;
    }

    private Result rollback(Result over) {
        return transactions.rollback().map(this::inconsistent).orElse(over);
    }

    private Result inconsistent(Failure failure) {
        StepPath at = transactions.last();
        return walk.failed(new Fault(at.module(), at, failure));
    }

    /** Somebody who goes on with a bundle of another run has no trigger. */
    private void trigger(int cycle, boolean counts) {
        if (setting.course().isWhole()) {
            setting.surroundings().settle(cycle, counts);
        }
    }
}
