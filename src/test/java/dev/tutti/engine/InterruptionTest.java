package dev.tutti.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.expression.Compiled;
import dev.tutti.expression.Evaluated;
import dev.tutti.expression.ExpressionError;
import dev.tutti.expression.Expressions;
import dev.tutti.expression.Scope;
import dev.tutti.expression.Template;
import dev.tutti.value.Fields;
import dev.tutti.value.Message;
import dev.tutti.value.Text;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Time running out is no fact about the data: it is not written down, no handler sees it, and it may be tried again. */
class InterruptionTest {
    private final StubWorld world = new StubWorld();
    private final MemoryJournal journal = new MemoryJournal();
    private boolean slow = true;

    /** Needs too long as long as the machine is slow. */
    private final class Slow implements Compiled {
        @Override
        public Evaluated evaluate(Scope scope) {
            Message late = Message.of("expression.limit.time");
            return slow
                    ? new Evaluated.Error(new ExpressionError(late, "", 0, 1, late))
                    : new Evaluated.Ok(Text.of("in time"));
        }

        @Override
        public boolean isConstant() {
            return false;
        }

        @Override
        public Template template() {
            return Expressions.parse("x").ok().orElseThrow();
        }
    }

    @Test
    void isTriedAgainOnResume() {
        LinkedHashMap<String, Mapping> input = new LinkedHashMap<>();
        input.put("v", new Mapping.Leaf(new Slow()));
        Step call = new Step.Call(2, "send", 1, new Mapping.Record(input), Optional.empty(), false);
        Guards guards = new Guards(List.of(new Handler(Chain.EMPTY)), List.of(new Guard(Set.of(), List.of(0))));
        Plan plan = new Plan(
                OptionalInt.of(1),
                Chain.of(call),
                Limits.DEFAULT,
                ZoneOffset.UTC,
                Locale.ENGLISH,
                Policy.PLAIN,
                guards,
                Map.of());

        Result cut = Engine.run(plan, List.of(Fields.EMPTY), journal, world, world);
        assertThat(cut).isInstanceOfSatisfying(Result.Interrupted.class, interrupted -> {
            assertThat(interrupted.fault().module()).isEqualTo(2);
            assertThat(interrupted.fault().failure().kind()).isEqualTo(Failure.Kind.EXECUTION_INTERRUPTED);
        });
        assertThat(journal.lines()).isEmpty();

        slow = false;
        Result done = Engine.run(plan, List.of(Fields.EMPTY), journal, world, world);
        assertThat(ScenarioCases.words(done)).isEqualTo("success 2");
        assertThat(world.calls).containsExactly("send {\"v\":\"in time\"}");
    }
}
