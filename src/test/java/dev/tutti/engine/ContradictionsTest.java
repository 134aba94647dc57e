package dev.tutti.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.expression.Expressions;
import dev.tutti.value.Fields;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/**
 * What Make's own pages, its fork and real scenarios tell differently, or not at all. Each test is named after what we
 * chose; those about triggers, schedules and formats are with those parts.
 */
class ContradictionsTest {
    private final StubWorld world = new StubWorld();
    private final MemoryJournal journal = new MemoryJournal();

    private Result run(String plan, Fields... input) {
        return Engine.run(WatcherTest.plan(plan), List.of(input), journal, world, world);
    }

    private static Fields bundle(String yaml) {
        return (Fields) Plans.value(new Yaml().load(yaml));
    }

    @Test
    void aModuleThatDidNotAnswerInTimeIsTriedAgainLikeOneOutOfReach() {
        assertThat(Retry.PASSING).contains(Failure.Kind.MODULE_TIMEOUT, Failure.Kind.CONNECTION);
        Result result = run("""
                trigger: 1
                chain:
                  - call: 2
                    module: flaky
                    input: {times: 1, type: ModuleTimeoutError}
                    retry: {attempts: 1, seconds: 5}
                """, Fields.EMPTY);
        assertThat(ScenarioCases.words(result)).isEqualTo("suspended 2 at 2#0");
    }

    @Test
    void aRateLimitIsTriedAgainToo() {
        assertThat(Retry.PASSING).contains(Failure.Kind.RATE_LIMIT);
    }

    @Test
    void aBreakIsHandedOnWithItsOwnNumberOfAttemptsAndInterval() {
        Result result = run("""
                trigger: 1
                incompletes: true
                chain: [{guard: [{call: 2, module: fail, input: {message: "no"}}], then: break}]
                """, Fields.EMPTY);
        assertThat(result)
                .isInstanceOfSatisfying(
                        Result.Ended.class,
                        ended -> assertThat(ended.incomplete())
                                .singleElement()
                                .satisfies(broken -> assertThat(broken.then())
                                        .isEqualTo(new Directive.Break(3, Duration.ofMinutes(15)))));
    }

    @Test
    void aRollbackIsDeliberateAndSoNoFailureThatCountsTowardsSwitchingOff() {
        assertThat(run("""
                trigger: 1
                chain: [{guard: [{call: 2, module: fail, input: {message: "no"}}], then: rollback}]
                """, Fields.EMPTY)).isInstanceOfSatisfying(Result.Ended.class, ended -> {
            assertThat(ended.status()).isEqualTo(Result.Status.ERROR);
            assertThat(ended.deliberate()).isTrue();
        });
    }

    @Test
    void anUnhandledErrorIsNotDeliberate() {
        assertThat(run("""
                trigger: 1
                chain: [{call: 2, module: fail, input: {message: "no"}}]
                """, Fields.EMPTY))
                .isInstanceOfSatisfying(
                        Result.Ended.class,
                        ended -> assertThat(ended.deliberate()).isFalse());
    }

    /** And not the way of one bundle: whoever wants that has one bundle a cycle, and several cycles. */
    @Test
    void theUnitOfARollbackIsTheCycle() {
        Result result = run("""
                trigger: 1
                autoCommit: false
                chain:
                  - {iterate: 2, array: "{{1.items}}"}
                  - {call: 3, module: row, input: {n: "{{2.value}}"}}
                  - {guard: [{call: 4, module: fail, input: {message: "{{if(2.value = 2; 1.m)}}"}}], then: rollback}
                """, bundle("{\"items\":[1,2,3],\"m\":\"no\"}"));
        assertThat(ScenarioCases.words(result)).isEqualTo("error 6 at 2#1/4#0 DataError: no");
        assertThat(world.rows).isEmpty();
    }

    @Test
    void eachOperationCommitsAtOnceUnlessTheOwnerWantsOtherwise() {
        assertThat(Policy.PLAIN.autoCommit()).isTrue();
    }

    @Test
    void aValueThatDoesNotFitItsFieldIsABundleValidationError() {
        assertThat(ScenarioCases.words(run("""
                trigger: 1
                chain: [{call: 2, module: send, input: {day: "{{formatDate(1.day; \\"DD\\")}}"}}]
                """, bundle("{\"day\":\"soon\"}")))).contains("BundleValidationError");
    }

    @Test
    void aLoneNumberOfAModuleIsItsWholeBundleAsInBackticks() {
        Fields input = bundle("{\"a\":1}");
        run("""
                trigger: 1
                chain: [{call: 2, module: send, input: {lone: "{{1}}", bundle: "{{`1`}}", sum: "{{1 + 1}}"}}]
                """, input);
        assertThat(world.calls).containsExactly("send {\"lone\":{\"a\":1},\"bundle\":{\"a\":1},\"sum\":2}");
    }

    @Test
    void theErrorOfAHandlerIsKnownOnlyWithAFieldOfIt() {
        assertThat(Expressions.parse("{{error.message}}").problems()).isEmpty();
        assertThat(Expressions.parse("{{join(1.list; error)}}").problems()).isNotEmpty();
    }

    @Test
    void anIgnoredErrorOnARouteDoesNotSkipTheLaterRoutes() {
        run("""
                trigger: 1
                chain:
                  - router: 2
                    routes:
                      - chain: [{guard: [{call: 3, module: fail, input: {message: "no"}}], then: ignore}]
                      - chain: [{call: 4, module: send}]
                """, Fields.EMPTY);
        assertThat(world.calls).containsExactly("fail {\"message\":\"no\"}", "send {}");
    }

    @Test
    void theListsOfAnAggregatorKnowTheirLength() {
        run("""
                trigger: 1
                chain:
                  - {aggregate: 2, source: 1, array: {n: "{{1.n}}"}}
                  - {call: 3, module: send, input: {many: "{{2.__IMTAGGLENGTH__}}"}}
                """, bundle("{\"n\":1}"), bundle("{\"n\":2}"));
        assertThat(world.calls).containsExactly("send {\"many\":2}");
    }

    @Test
    void aModuleMayFailOnPurpose() {
        assertThat(Failure.Kind.named("DataError")).isEqualTo(Optional.of(Failure.Kind.DATA));
    }
}
