package dev.tutti.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;

/** What tests of incomplete runs do again and again. */
final class IncompleteSteps {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private IncompleteSteps() {}

    static RunId goesOn(Incompletes.RetryAnswer answer) {
        assertThat(answer).isInstanceOf(Incompletes.RetryAnswer.GoesOn.class);
        return ((Incompletes.RetryAnswer.GoesOn) answer).run();
    }

    static Incomplete awaitOne(RunWorld.Node node, Incomplete.State state) {
        await().atMost(PATIENCE)
                .until(() -> node.incompletes().list(IncompleteQuery.open(9)).items().stream()
                        .anyMatch(item -> item.state() == state));
        return node.incompletes().list(IncompleteQuery.open(9)).items().getFirst();
    }

    static void awaitEnd(RunWorld.Node node, RunId run, RunStatus status) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(node.runs().find(run))
                        .hasValueSatisfying(
                                it -> assertThat(it.status()).as(it.toString()).isEqualTo(status)));
    }
}
