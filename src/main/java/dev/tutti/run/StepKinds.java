package dev.tutti.run;

import dev.tutti.engine.Chain;
import dev.tutti.engine.Plan;
import dev.tutti.engine.Route;
import dev.tutti.engine.Step;
import java.util.HashMap;
import java.util.Map;

/** What sort of step each module of a plan is, in the words of the log. */
final class StepKinds {

    private final Map<Integer, String> kinds = new HashMap<>();

    StepKinds(Plan plan) {
        add(plan.chain());
        plan.guards().handlers().forEach(handler -> add(handler.route()));
    }

    String of(int module) {
        return kinds.getOrDefault(module, "call");
    }

    private void add(Chain chain) {
        for (Step step : chain.steps()) {
            switch (step) {
                case Step.Call call -> kinds.put(call.id(), "call");
                case Step.Filter filter -> {}
                case Step.Iterate iterate -> kinds.put(iterate.id(), "iterate");
                case Step.Aggregate aggregate -> kinds.put(aggregate.id(), "aggregate");
                case Step.Assign assign -> kinds.put(assign.id(), "variable");
                case Step.Recall recall -> kinds.put(recall.id(), "variable");
                case Step.Router router -> {
                    kinds.put(router.id(), "router");
                    router.routes().stream().map(Route::chain).forEach(this::add);
                    router.join().ifPresent(this::add);
                }
                case Step.Merge merge -> kinds.put(merge.id(), "router");
                case Step.Increment increment -> kinds.put(increment.id(), "variable");
                case Step.Return back -> kinds.put(back.id(), "variable");
                case Step.Decide decide -> kinds.put(decide.id(), "directive");
            }
        }
    }
}
