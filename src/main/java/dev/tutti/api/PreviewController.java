package dev.tutti.api;

import dev.tutti.expression.Condition;
import dev.tutti.expression.Evaluated;
import dev.tutti.expression.ExpressionError;
import dev.tutti.expression.Expressions;
import dev.tutti.expression.Filter;
import dev.tutti.expression.Parse;
import dev.tutti.expression.Template;
import dev.tutti.expression.Verdict;
import dev.tutti.scenario.Draft;
import dev.tutti.scenario.ScenarioId;
import dev.tutti.scenario.Scenarios;
import dev.tutti.value.Coercion;
import dev.tutti.value.Nothing;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import dev.tutti.workspace.Action;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tries a mapping or a filter out, with the data of a run or with examples. Nothing is run and nothing is stored. */
@RestController
@RequestMapping("/api/v1/preview")
class PreviewController {

    private static final int LONGEST_DISPLAY = 2_000;

    private final Scenarios scenarios;
    private final Samples samples;
    private final Clock clock;

    PreviewController(Scenarios scenarios, Samples samples, Clock clock) {
        this.scenarios = scenarios;
        this.samples = samples;
        this.clock = clock;
    }

    /**
     * What to try.
     *
     * @param module the module whose setting it is; the modules before it are the data
     * @param text the mapping, or
     * @param conditions the filter: groups (or) of rows (and)
     * @param bundle which bundle to use, from 0
     */
    record Question(
            String scenarioId,
            int module,
            @Nullable String field,
            @Nullable String text,
            @Nullable List<List<Row>> conditions,
            @Nullable String runId,
            @Nullable Integer bundle) {}

    record Row(@Nullable String a, String o, @Nullable String b) {}

    sealed interface Answer {}

    /**
     * @param bundles how many bundles there are to try
     * @param empty how many of them give nothing
     */
    record Shown(
            boolean ok,
            Value value,
            String type,
            String display,
            int bundles,
            int empty,
            SamplesController.@Nullable RunView run)
            implements Answer {}

    record Wrong(boolean ok, Mistake error) implements Answer {}

    record Mistake(
            String message,
            String advice,
            int from,
            int to,
            @Nullable String function) {}

    record Tested(boolean ok, int passed, int total, List<Tried> results, SamplesController.@Nullable RunView run)
            implements Answer {}

    record Tried(boolean passed, List<List<Compared>> rows) {}

    record Compared(
            Value a,
            String o,
            Value b,
            boolean passed,
            @Nullable String reason) {}

    /** What a mapping gives, or which bundles a filter lets pass. */
    @PostMapping
    @Allowed(Action.SCENARIO_READ)
    Answer preview(@RequestBody Question question, Locale locale) {
        Draft draft = ScenarioId.parse(question.scenarioId())
                .flatMap(scenarios::draft)
                .orElseThrow(() -> new Problem(404, "scenario-unknown"));
        Samples.Taken taken = samples.before(draft, question.module(), SamplesController.runId(question.runId()));
        List<List<Row>> conditions = question.conditions();
        return conditions == null ? mapping(question, draft, taken, locale) : filter(conditions, draft, taken, locale);
    }

    private Answer mapping(Question question, Draft draft, Samples.Taken taken, Locale locale) {
        String text = Optional.ofNullable(question.text()).orElse("");
        return switch (Expressions.parse(text)) {
            case Parse.Bad(List<dev.tutti.expression.Problem> problems) ->
                new Wrong(false, mistake(problems.getFirst(), locale));
            case Parse.Ok(Template template) -> shown(template, question, draft, taken, locale);
        };
    }

    private Answer shown(Template template, Question question, Draft draft, Samples.Taken taken, Locale locale) {
        var compiled = Expressions.compile(template);
        int wanted = Optional.ofNullable(question.bundle()).orElse(0);
        Evaluated chosen = compiled.evaluate(new SampleScope(draft, taken, wanted, clock));
        if (chosen instanceof Evaluated.Error(ExpressionError error)) {
            return new Wrong(false, mistake(error, locale));
        }
        Value value = ((Evaluated.Ok) chosen).value();
        int bundles = Math.max(1, taken.count());
        int empty = 0;
        for (int i = 0; i < bundles; i++) {
            Evaluated each = i == wanted ? chosen : compiled.evaluate(new SampleScope(draft, taken, i, clock));
            empty += each instanceof Evaluated.Ok(Value other) && isEmpty(other) ? 1 : 0;
        }
        String type = value.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        return new Shown(
                true, value, type, display(value, draft), bundles, empty, SamplesController.RunView.of(taken.run()));
    }

    private Answer filter(List<List<Row>> conditions, Draft draft, Samples.Taken taken, Locale locale) {
        Condition condition = Condition.compile(new Filter(
                "",
                conditions.stream()
                        .map(group -> group.stream()
                                .map(row -> new Filter.Row(orEmpty(row.a()), row.o(), orEmpty(row.b())))
                                .toList())
                        .toList()));
        int bundles = Math.max(1, taken.count());
        List<Tried> results = new ArrayList<>();
        for (int i = 0; i < bundles; i++) {
            Verdict verdict = condition.evaluate(new SampleScope(draft, taken, i, clock));
            results.add(new Tried(verdict.passes(), compared(verdict, conditions, locale)));
        }
        int passed = (int) results.stream().filter(Tried::passed).count();
        return new Tested(true, passed, bundles, results, SamplesController.RunView.of(taken.run()));
    }

    private static List<List<Compared>> compared(Verdict verdict, List<List<Row>> conditions, Locale locale) {
        List<List<Compared>> groups = new ArrayList<>();
        for (int g = 0; g < verdict.groups().size(); g++) {
            List<Compared> rows = new ArrayList<>();
            for (int r = 0; r < verdict.groups().get(g).size(); r++) {
                Verdict.Row row = verdict.groups().get(g).get(r);
                String reason = row.error()
                        .map(error -> error.message(locale))
                        .or(() -> row.reason().map(said -> said.in(locale)))
                        .orElse(null);
                rows.add(new Compared(row.a(), conditions.get(g).get(r).o(), row.b(), row.passed(), reason));
            }
            groups.add(rows);
        }
        return groups;
    }

    private static String display(Value value, Draft draft) {
        String text = switch (Coercion.toText(
                value, draft.blueprint().settings().timeZone())) {
            case Coercion.Ok(Text(String written)) -> written;
            case Coercion.Ok _, Coercion.Refused _ -> value instanceof Nothing ? "" : dev.tutti.value.Json.write(value);
        };
        return text.length() > LONGEST_DISPLAY ? text.substring(0, LONGEST_DISPLAY) + "…" : text;
    }

    private static boolean isEmpty(Value value) {
        return value instanceof Nothing || value instanceof Text(String text) && text.isEmpty();
    }

    private static Mistake mistake(dev.tutti.expression.Problem problem, Locale locale) {
        return new Mistake(problem.message(locale), problem.advice(locale), problem.from(), problem.to(), null);
    }

    private static Mistake mistake(ExpressionError error, Locale locale) {
        String function = error.function().isEmpty() ? null : error.function();
        return new Mistake(error.message(locale), error.advice(locale), error.from(), error.to(), function);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
