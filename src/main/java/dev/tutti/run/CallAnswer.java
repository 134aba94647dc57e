package dev.tutti.run;

import dev.tutti.engine.Entry;
import dev.tutti.engine.Failure;
import dev.tutti.engine.Said;
import dev.tutti.value.Fields;
import dev.tutti.value.Message;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a run that waits for another is told when that one is over: its outputs, or why there are none. */
final class CallAnswer {

    private CallAnswer() {}

    static Entry of(RunRow row, Standing standing, Fields outputs) {
        long startedAt = row.startedAt();
        long end = standing.endedAt() == null ? startedAt : standing.endedAt();
        long micros = Math.max(0, end - startedAt) * 1_000;
        if (standing.status() == RunStatus.SUCCESS || standing.status() == RunStatus.WARNING) {
            return new Entry.Emitted(List.of(outputs), Subscenarios.EFFECT, startedAt, micros);
        }
        return new Entry.Failed(failure(row, standing.error()), Subscenarios.EFFECT, startedAt, micros);
    }

    private static Failure failure(RunRow row, @Nullable RunError error) {
        Optional<Message> advice = Optional.of(Message.of("run.call.failed.advice"));
        if (error == null) {
            Message stopped = Message.of("run.call.stopped", row.scenarioName());
            return Failure.of(Failure.Kind.RUNTIME, Locale.ENGLISH, new Said(stopped, advice));
        }
        Object reason = error.said().<Object>map(Said::message).orElse(error.message());
        Message failed = Message.of("run.call.failed", row.scenarioName(), reason);
        return Failure.of(Subscenarios.kind(error.kind()), Locale.ENGLISH, new Said(failed, advice))
                .withDetail("run " + row.id());
    }
}
