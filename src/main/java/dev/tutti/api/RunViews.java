package dev.tutti.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tutti.connector.Modules;
import dev.tutti.engine.Reply;
import dev.tutti.run.LinkCount;
import dev.tutti.run.ModuleCount;
import dev.tutti.run.Operation;
import dev.tutti.run.Run;
import dev.tutti.run.RunError;
import dev.tutti.scenario.Node;
import dev.tutti.scenario.ScenarioVersionId;
import dev.tutti.scenario.Scenarios;
import dev.tutti.value.Fields;
import dev.tutti.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How runs look in the JSON of the API. */
@Component
final class RunViews {

    private final Scenarios scenarios;
    private final Modules modules;

    RunViews(Scenarios scenarios, Modules modules) {
        this.scenarios = scenarios;
        this.modules = modules;
    }

    record RunView(
            String id,
            String scenarioId,
            String scenarioName,
            @Nullable Integer version,
            boolean test,
            String status,
            String trigger,
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable Instant until,
            @Nullable Long ms,
            int operations,
            long bytes,
            @Nullable ErrorView error,
            @Nullable String replayOf,
            @Nullable String parentRun) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ErrorView(
            @Nullable Integer module,
            @Nullable String moduleName,
            String kind,
            String message,
            @Nullable String advice,
            @Nullable String detail) {}

    record DetailView(
            String id,
            String scenarioId,
            String scenarioName,
            @Nullable Integer version,
            boolean test,
            String status,
            String trigger,
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable Instant until,
            @Nullable Long ms,
            int operations,
            long bytes,
            @Nullable ErrorView error,
            @Nullable String replayOf,
            @Nullable String parentRun,
            @Nullable Fields outputs,
            @Nullable Integer blueprintVersion,
            List<CountView> modules,
            List<LinkCount> links) {}

    record CountView(int no, int operations, int ok, int errors, long ms, String status) {
        static CountView of(ModuleCount count) {
            return new CountView(
                    count.no(), count.operations(), count.ok(), count.errors(), count.millis(), count.status());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OperationView(
            long seq,
            String path,
            int module,
            String kind,
            int index,
            String status,
            Instant startedAt,
            long ms,
            @Nullable Fields input,
            List<Fields> output,
            int outputs,
            Operation.@Nullable Link link,
            List<List<RowView>> rows,
            @Nullable ErrorView error) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RowView(
            String a,
            String o,
            String b,
            boolean passed,
            @Nullable String reason) {}

    record ReplyView(int status, List<Reply.Header> headers, Value body) {
        static ReplyView of(Reply reply) {
            return new ReplyView(reply.status(), reply.headers(), reply.body());
        }
    }

    RunView view(Run run, Locale locale) {
        return new RunView(
                run.id().toString(),
                run.scenario().toString(),
                run.scenarioName(),
                number(run),
                run.test(),
                run.status().word(),
                run.cause().word(),
                run.startedAt(),
                run.endedAt().orElse(null),
                run.until().orElse(null),
                run.took().map(Duration::toMillis).orElse(null),
                run.operations(),
                run.bytes(),
                run.error().map(error -> view(error, run, locale)).orElse(null),
                run.replayOf().map(Object::toString).orElse(null),
                run.parentRun().map(Object::toString).orElse(null));
    }

    DetailView detail(
            Run run, Optional<Fields> outputs, List<ModuleCount> counts, List<LinkCount> links, Locale locale) {
        RunView view = view(run, locale);
        return new DetailView(
                view.id(),
                view.scenarioId(),
                view.scenarioName(),
                view.version(),
                view.test(),
                view.status(),
                view.trigger(),
                view.startedAt(),
                view.endedAt(),
                view.until(),
                view.ms(),
                view.operations(),
                view.bytes(),
                view.error(),
                view.replayOf(),
                view.parentRun(),
                outputs.orElse(null),
                view.version(),
                counts.stream().map(CountView::of).toList(),
                links);
    }

    OperationView view(Operation operation, Run run, Locale locale) {
        return new OperationView(
                operation.seq(),
                operation.path(),
                operation.module(),
                operation.kind(),
                operation.index(),
                operation.status(),
                operation.startedAt(),
                operation.millis(),
                operation.input().orElse(null),
                operation.output(),
                operation.outputs(),
                operation.link().orElse(null),
                operation.rows().stream()
                        .map(group -> group.stream().map(RunViews::row).toList())
                        .toList(),
                operation.error().map(error -> view(error, run, locale)).orElse(null));
    }

    private static RowView row(Operation.Row row) {
        String reason = row.reason().isEmpty() ? null : row.reason();
        return new RowView(row.a(), row.operator(), row.b(), row.passed(), reason);
    }

    ErrorView view(RunError error, Run run, Locale locale) {
        return view(error, run.versionId(), locale);
    }

    ErrorView view(RunError error, ScenarioVersionId version, Locale locale) {
        Integer module = error.module().isPresent() ? error.module().getAsInt() : null;
        return new ErrorView(
                module,
                module == null ? null : name(version, module, locale).orElse(null),
                error.kind(),
                error.message(locale),
                error.advice(locale).orElse(null),
                error.detail().orElse(null));
    }

    Optional<String> name(ScenarioVersionId version, int module, Locale locale) {
        return scenarios
                .plan(version)
                .flatMap(executable -> executable.blueprint().module(module))
                .map((Node node) -> node.name().orElseGet(() -> modules.name(node.module(), locale)));
    }

    private static @Nullable Integer number(Run run) {
        return run.version().isPresent() ? run.version().getAsInt() : null;
    }
}
