package dev.tutti.engine;

import dev.tutti.engine.Filling.Filled;
import dev.tutti.value.Fields;
import dev.tutti.value.Value;

/** Tells a collector what operations received. */
final class Showing {
    private final Setting setting;
    private final Inputs.Collector to;

    Showing(Setting setting, Inputs.Collector to) {
        this.setting = setting;
        this.to = to;
    }

    void collected(int id, int operation, StepPath at, Gatherer gatherer) {
        if (wanted(id)) {
            to.input(id, operation, at, Fields.of("bundles", gatherer.received()));
        }
    }

    void input(Step step, int id, int operation, StepPath at) {
        if (!wanted(id)) {
            return;
        }
        setting.scope().at(at);
        switch (step) {
            case Step.Call call -> input("", call.input(), id, operation, at);
            case Step.Iterate iterate -> input("array", iterate.items(), id, operation, at);
            case Step.Assign assign -> input("variables", assign.variables(), id, operation, at);
            case Step.Recall recall -> input("names", recall.names(), id, operation, at);
            case Step.Return back -> input("outputs", back.outputs(), id, operation, at);
            case Step.Merge _, Step.Increment _ -> to.input(id, operation, at, Fields.EMPTY);
            case Step.Aggregate _, Step.Filter _, Step.Router _, Step.Decide _ -> {}
        }
    }

    private boolean wanted(int id) {
        return setting.course().reached() && to.wants(id);
    }

    private void input(String name, Mapping mapping, int id, int operation, StepPath at) {
        if (setting.revision().happened()
                && setting.journal().recall(Marks.input(at)).orElse(null) instanceof Entry.Drawn(Fields edited)) {
            to.input(id, operation, at, edited);
            return;
        }
        Value value = mapping.evaluate(setting.scope()) instanceof Filled(Value filled) ? filled : Fields.EMPTY;
        boolean whole = mapping instanceof Mapping.Record || name.isEmpty();
        Fields input = whole && value instanceof Fields fields ? fields : Fields.of(name, value);
        to.input(id, operation, at, input);
    }
}
