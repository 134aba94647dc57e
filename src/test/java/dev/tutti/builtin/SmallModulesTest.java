package dev.tutti.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.connector.Modules;
import dev.tutti.connector.Output;
import dev.tutti.engine.Effect;
import dev.tutti.engine.Failure;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import dev.tutti.engine.Reply;
import dev.tutti.engine.Wake;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reply, sleep, compose, and what comes out of modules whose outputs are named by their settings. */
@ModuleBench
class SmallModulesTest {

    private final Modules modules;

    SmallModulesTest(Modules modules) {
        this.modules = modules;
    }

    private Outcome call(String ref, Fields input, Invocation invocation) {
        return modules.call(ref, 1, input, invocation);
    }

    @Test
    void repliesWithStatusHeadersAndABodyOfAnyKind() {
        TestCall call = TestCall.once();
        Fields header = Fields.of("name", new Text("X-A"), "value", new Text("1"));
        Fields body = Fields.of("ok", Bool.TRUE);
        Outcome outcome = call(
                "webhook:reply", Fields.of("status", new Text("201"), "body", body, "headers", Items.of(header)), call);
        assertThat(outcome).isEqualTo(Outcome.emitted(Fields.EMPTY));
        assertThat(call.replies()).containsExactly(new Reply(201, List.of(new Reply.Header("X-A", "1")), body));
        TestCall plain = TestCall.once();
        call("webhook:reply", Fields.EMPTY, plain);
        assertThat(plain.replies()).containsExactly(new Reply(200, List.of(), Text.EMPTY));
    }

    @Test
    void neverLetsAMappedValueBeginAnotherHeader() {
        TestCall call = TestCall.once();
        Fields header = Fields.of("name", new Text("Location"), "value", new Text("/\r\nSet-Cookie: a=b"));
        Outcome outcome = call("webhook:reply", Fields.of("headers", Items.of(header)), call);
        assertThat(((Outcome.Failed) outcome).failure().kind()).isEqualTo(Failure.Kind.BUNDLE_VALIDATION);
        assertThat(call.replies()).isEmpty();
    }

    @Test
    void refusesAStatusThatIsNone() {
        TestCall call = TestCall.once();
        Outcome outcome = call("webhook:reply", Fields.of("status", Num.of(99)), call);
        assertThat(((Outcome.Failed) outcome).failure().message())
                .contains("Status")
                .contains("99")
                .contains("200");
        assertThat(call.replies()).isEmpty();
    }

    @Test
    void sleepsUntilTheTimeHasPassed() {
        TestCall call = TestCall.once();
        Outcome outcome = call("tools:sleep", Fields.of("seconds", new Text("2592000")), call);
        assertThat(outcome)
                .isEqualTo(new Outcome.Suspended(
                        new Wake.At(call.now().plus(Duration.ofDays(30))), List.of(Fields.EMPTY)));
        assertThat(call("tools:sleep", Fields.of("seconds", new Text("-1")), call))
                .isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void composesText() {
        assertThat(call("tools:compose", Fields.of("text", Num.of("61.5")), TestCall.once()))
                .isEqualTo(Outcome.emitted(Fields.of("value", new Text("61.5"))));
    }

    @Test
    void outputsAreNamedAfterVariables() {
        assertThat(keys("tools:setVariable", Fields.of("name", new Text("total"))))
                .containsExactly("total");
        assertThat(keys("tools:setVariable", Fields.of("name", new Text("{{1.name}}"))))
                .isEmpty();
        Value rows = Items.of(Fields.of("name", new Text("a")), Fields.of("name", new Text("b")));
        assertThat(keys("tools:setVariables", Fields.of("variables", rows))).containsExactly("a", "b");
        Value names = Items.of(new Text("a"), new Text("b"));
        assertThat(keys("tools:getVariables", Fields.of("variables", names))).containsExactly("a", "b");
        assertThat(keys("webhook:receive", Fields.EMPTY)).isEmpty();
        assertThat(keys("webhook:receive", Fields.of("headers", Bool.TRUE))).containsExactly("__IMTHEADERS__");
    }

    @Test
    void pureModulesHaveNoEffectAndAnUnknownOneFails() {
        for (String ref : List.of("webhook:reply", "json:parse", "tools:compose", "tools:sleep", "flow:router")) {
            assertThat(modules.effect(ref, 1, Fields.EMPTY)).isEqualTo(Effect.NONE);
        }
        Outcome outcome = call("acme:nothing", Fields.EMPTY, TestCall.once());
        assertThat(((Outcome.Failed) outcome).failure().kind()).isEqualTo(Failure.Kind.INVALID_CONFIGURATION);
    }

    private List<String> keys(String ref, Fields values) {
        return modules.outputs(ref, values).stream().map(Output::key).toList();
    }
}
