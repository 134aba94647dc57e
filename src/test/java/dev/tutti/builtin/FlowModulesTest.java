package dev.tutti.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.connector.MakeEquivalent;
import dev.tutti.connector.MakeNode;
import dev.tutti.connector.MakeWriting;
import dev.tutti.connector.Modules;
import dev.tutti.engine.Failure;
import dev.tutti.engine.Outcome;
import dev.tutti.engine.Wake;
import dev.tutti.value.Fields;
import dev.tutti.value.Json;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Repeat, fail on purpose, count up, call a scenario; and the way of flow modules to Make and back. */
@ModuleBench
class FlowModulesTest {

    private final Modules modules;

    FlowModulesTest(Modules modules) {
        this.modules = modules;
    }

    private Outcome call(String ref, String input) {
        return modules.call(ref, 1, fields(input), TestCall.once());
    }

    @Test
    void aRepeaterCountsFromItsStartByItsStep() {
        assertThat(call("flow:repeater", "{'repeats': 3}")).isEqualTo(new Outcome.Emitted(counted("1", "2", "3")));
        assertThat(call("flow:repeater", "{'start': '10', 'repeats': '3', 'step': '-2.5'}"))
                .isEqualTo(new Outcome.Emitted(counted("10", "7.5", "5.0")));
        assertThat(call("flow:repeater", "{'repeats': 0}")).isEqualTo(new Outcome.Emitted(List.of()));
    }

    @Test
    void aRepeaterRepeatsTenThousandTimesAtMost() {
        assertThat(((Outcome.Emitted) call("flow:repeater", "{'repeats': 10000}")).bundles())
                .hasSize(10_000);
        assertThat(((Outcome.Failed) call("flow:repeater", "{'repeats': 10001}"))
                        .failure()
                        .kind())
                .isEqualTo(Failure.Kind.BUNDLE_VALIDATION);
    }

    @Test
    void failsWithTheErrorThatIsDescribed() {
        Failure failure = ((Outcome.Failed) call(
                        "error:throw", "{'type': 'RateLimitError', 'message': 'Too fast', 'detail': '12 a second'}"))
                .failure();

        assertThat(failure.kind()).isEqualTo(Failure.Kind.RATE_LIMIT);
        assertThat(failure.message()).isEqualTo("Too fast");
        assertThat(failure.detail()).contains("12 a second");
        assertThat(((Outcome.Failed) call("error:throw", "{'message': 'x'}")).failure())
                .isEqualTo(Failure.of(Failure.Kind.DATA, "x"));
    }

    @Test
    void aCounterThatNeverBeginsAnewCountsOnAndHearsTheSameWhenRepeated() {
        TestCall first = TestCall.once();
        long one = count(first);

        assertThat(count(TestCall.once())).isEqualTo(one + 1);
        assertThat(count(first)).isEqualTo(one);
        assertThat(count(TestCall.once())).isEqualTo(one + 2);
    }

    private long count(TestCall call) {
        Outcome outcome = modules.call("tools:increment", 1, fields("{'reset': 'never'}"), call);
        return ((Num) ((Outcome.Emitted) outcome).bundles().getFirst().get("i"))
                .number()
                .longValueExact();
    }

    @Test
    void callingAScenarioWaitsForTheEndOfItsRun() {
        assertThat(call("scenario:call", "{'scenario': '5', 'inputs': {'a': 1}}"))
                .isEqualTo(new Outcome.Suspended(new Wake.Signal("run:99", Optional.empty()), List.of()));
    }

    @Test
    void callingAScenarioWithoutWaitingGoesOnAtOnce() {
        assertThat(call("scenario:call", "{'scenario': '5', 'wait': false}"))
                .isEqualTo(Outcome.emitted(Fields.of("runId", new Text("99"))));
    }

    @Test
    void callingAScenarioThatCannotStartFails() {
        assertThat(((Outcome.Failed) call("scenario:call", "{'scenario': '6'}"))
                        .failure()
                        .message())
                .isEqualTo("No such scenario");
    }

    @Test
    void aMergeReturnsTheFieldsItNames() {
        assertThat(modules.outputs(
                        "flow:merge", fields("{'outputs': [{'name': 'a'}, {'name': 'b'}, {'name': ''}, 7]}")))
                .extracting("key")
                .containsExactly("a", "b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "builtin:Ignore|{}|{}|{}",
                "builtin:Commit|{}|{}|{}",
                "builtin:Rollback|{}|{}|{}",
                "builtin:Resume|{}|{'id':'{{1.id}}','n':7}|{'fields':[{'name':'id','value':'{{1.id}}'},{'name':'n','value':7}]}",
                "builtin:Break|{}|{'retry':true,'count':'4','interval':'5'}|{'retry':true,'attempts':'4','minutes':'5'}",
                "builtin:BasicRepeater|{}|{'start':'1','repeats':'{{3.n}}','step':'1'}|{'start':'1','repeats':'{{3.n}}','step':'1'}",
                "util:FunctionIncrement|{'reset':'run'}|{}|{'reset':'cycle'}",
                "util:FunctionIncrement|{'reset':'execution'}|{}|{'reset':'run'}",
                "util:FunctionIncrement|{'reset':'scenario'}|{}|{'reset':'never'}",
                "scenario-service:CallSubscenario|{'shouldWaitForExecutionEnd':true}|{'data':{'a':'{{1.a}}'}}|{'inputs':{'a':'{{1.a}}'},'wait':true}",
                "scenario-service:ReturnData|{}|{'data':{'total':'{{2.sum}}'}}|{'outputs':{'total':'{{2.sum}}'}}",
            })
    void goesToMakeAndBack(String name, String parameters, String mapper, String values) {
        MakeEquivalent equivalent = modules.make(name).orElseThrow().equivalent();

        Fields read = equivalent
                .translate(node(name, fields(parameters), fields(mapper)))
                .values();

        assertThat(read).isEqualTo(fields(values));
        equivalent.back().ifPresent(back -> {
            MakeWriting written = back.apply(read);
            assertThat(written.module()).isEqualTo(name);
            assertThat(equivalent
                            .translate(node(name, written.parameters(), written.mapper()))
                            .values())
                    .isEqualTo(read);
        });
    }

    private static MakeNode node(String name, Fields parameters, Fields mapper) {
        return new MakeNode(7, name, 1, parameters, mapper, Fields.EMPTY, Fields.EMPTY);
    }

    private static List<Fields> counted(String... numbers) {
        return List.of(numbers).stream()
                .map(number -> Fields.of("i", Num.of(number)))
                .toList();
    }

    private static Fields fields(String json) {
        return (Fields) Json.parse(json.replace('\'', '"')).value().orElseThrow();
    }
}
