package dev.tutti.engine;

import dev.tutti.value.Fields;
import dev.tutti.value.Nothing;
import dev.tutti.value.Value;
import java.util.HashMap;
import java.util.Map;

/** What a run remembers from one bundle to the next. */
final class Variables {
    private final Map<String, Value> ofRun = new HashMap<>();
    private final Map<String, Value> ofCycle = new HashMap<>();
    private final Map<Integer, Long> counts = new HashMap<>();
    private final Map<Integer, Long> countsOfCycle = new HashMap<>();
    private Fields outputs = Fields.EMPTY;

    /** The later of two variables of one name counts; that of the run comes back when the cycle is over. */
    void assign(String name, Value value, Step.Lifetime lifetime) {
        if (lifetime == Step.Lifetime.CYCLE) {
            ofCycle.put(name, value);
        } else {
            ofCycle.remove(name);
            ofRun.put(name, value);
        }
    }

    Value assigned(String name) {
        Value inCycle = ofCycle.get(name);
        return inCycle != null ? inCycle : ofRun.getOrDefault(name, Nothing.NULL);
    }

    long increment(Step.Increment counter) {
        return counts(counter).merge(counter.id(), 1L, Long::sum);
    }

    /** A counter stood there. */
    void counted(Step.Increment counter, long count) {
        counts(counter).put(counter.id(), count);
    }

    private Map<Integer, Long> counts(Step.Increment counter) {
        return counter.lifetime() == Step.Lifetime.CYCLE ? countsOfCycle : counts;
    }

    void outputs(Fields returned) {
        outputs = returned;
    }

    Fields outputs() {
        return outputs;
    }

    void nextCycle() {
        ofCycle.clear();
        countsOfCycle.clear();
    }
}
