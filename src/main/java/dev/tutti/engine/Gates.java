package dev.tutti.engine;

import dev.tutti.expression.Verdict;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks the filters on the links, or recalls what they said. */
final class Gates {
    private final Setting setting;
    private final Inputs.@Nullable Collector collector;

    Gates(Setting setting, Inputs.@Nullable Collector collector) {
        this.setting = setting;
        this.collector = collector;
    }

    /** @param cutShort set where the clock kept the filter from saying anything */
    record Answer(boolean passes, Optional<Failure> cutShort) {
        private static final Answer YES = new Answer(true, Optional.empty());
        private static final Answer NO = new Answer(false, Optional.empty());
    }

    Answer ask(Step.Filter filter, StepPath at) {
        boolean shown = collector != null && collector.wants(filter.to());
        Optional<Entry> known = setting.journal().recall(at);
        boolean changed = setting.revision().touches(at);
        if (known.isPresent() && known.get() instanceof Entry.Filtered filtered && !shown && !changed) {
            return answer(filter, filtered.passed(), true);
        }
        setting.scope().at(at);
        Verdict verdict = filter.condition().evaluate(setting.scope());
        if (setting.texts().cutShort(verdict) instanceof Upshot.CutShort(Failure failure)) {
            return new Answer(false, Optional.of(failure));
        }
        if (collector != null && shown) {
            collector.verdict(filter.from(), filter.to(), at, verdict);
        }
        boolean told = known.isPresent()
                && !(changed
                        && known.get() instanceof Entry.Filtered filtered
                        && filtered.passed() != verdict.passes());
        if (!told) {
            Optional<String> reason = setting.texts().reason(verdict);
            setting.journal().append(at, new Entry.Filtered(filter.from(), filter.to(), verdict.passes(), reason));
        }
        return answer(filter, verdict.passes(), told);
    }

    private Answer answer(Step.Filter filter, boolean passes, boolean recalled) {
        setting.watcher().filtered(filter.from(), filter.to(), passes, recalled);
        return passes ? Answer.YES : Answer.NO;
    }
}
