package dev.tutti.expression;

import dev.tutti.value.Message;
import dev.tutti.value.Nothing;
import dev.tutti.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A filter ready to be evaluated, any number of times and by several threads at once.
 *
 * <p>A row whose operands do not fit its operator does not hold, whichever the operator, and says why.
 */
public final class Condition {
    private final Filter filter;
    private final List<Problem> problems;
    private final List<List<Test>> groups;

    private Condition(Filter filter, List<Problem> problems, List<List<Test>> groups) {
        this.filter = filter;
        this.problems = List.copyOf(problems);
        this.groups = groups;
    }

    private record Test(Optional<Compiled> a, Optional<Compiled> b, Optional<Comparing.Operator> operator) {}

    public static Condition compile(Filter filter) {
        return compile(filter, Set.of());
    }

    /**
     * As {@link #compile(Filter)} where more names mean something.
     *
     * @param names as in {@link Expressions#parse(String, Set)}
     */
    public static Condition compile(Filter filter, Set<String> names) {
        List<Problem> problems = new ArrayList<>();
        List<List<Test>> groups = new ArrayList<>();
        for (List<Filter.Row> group : filter.conditions()) {
            List<Test> tests = new ArrayList<>();
            for (Filter.Row row : group) {
                tests.add(new Test(
                        operand(row.a(), names, problems),
                        operand(row.b(), names, problems),
                        Comparing.find(row.operator(), problems)));
            }
            groups.add(tests);
        }
        return new Condition(filter, problems, groups);
    }

    public Filter filter() {
        return filter;
    }

    /** Errors and warnings of its templates and operators; a row with an error never holds. */
    public List<Problem> problems() {
        return problems;
    }

    /** An operand that cannot be evaluated makes its row fail; {@link Verdict#error()} tells. */
    public Verdict evaluate(Scope scope) {
        if (groups.isEmpty()) {
            return Verdict.EMPTY;
        }
        List<List<Verdict.Row>> looked = new ArrayList<>(groups.size());
        for (List<Test> group : groups) {
            List<Verdict.Row> rows = new ArrayList<>(group.size());
            looked.add(rows);
            if (holds(group, rows, scope)) {
                return new Verdict(true, looked);
            }
        }
        return new Verdict(false, looked);
    }

    private static boolean holds(List<Test> group, List<Verdict.Row> rows, Scope scope) {
        for (Test test : group) {
            Verdict.Row row = row(test, scope);
            rows.add(row);
            if (!row.passed()) {
                return false;
            }
        }
        return true;
    }

    private static Verdict.Row row(Test test, Scope scope) {
        if (test.a.isEmpty() || test.b.isEmpty() || test.operator.isEmpty()) {
            return failed(Nothing.NULL, Nothing.NULL, Message.of("expression.filter.broken"));
        }
        Evaluated a = test.a.get().evaluate(scope);
        Evaluated b = test.b.get().evaluate(scope);
        if (a instanceof Evaluated.Error(ExpressionError error)) {
            return new Verdict.Row(Nothing.NULL, Nothing.NULL, false, Optional.of(error.said()), Optional.of(error));
        }
        if (b instanceof Evaluated.Error(ExpressionError error)) {
            return new Verdict.Row(value(a), Nothing.NULL, false, Optional.of(error.said()), Optional.of(error));
        }
        Comparing.Outcome outcome = test.operator.get().compare(value(a), value(b), scope);
        return switch (outcome) {
            case Comparing.Decided(boolean passed) ->
                new Verdict.Row(value(a), value(b), passed, Optional.empty(), Optional.empty());
            case Comparing.Unfit(Message why) -> failed(value(a), value(b), why);
        };
    }

    private static Verdict.Row failed(Value a, Value b, Message why) {
        return new Verdict.Row(a, b, false, Optional.of(why), Optional.empty());
    }

    private static Value value(Evaluated evaluated) {
        return evaluated instanceof Evaluated.Ok(Value value) ? value : Nothing.NULL;
    }

    private static Optional<Compiled> operand(String source, Set<String> names, List<Problem> problems) {
        Parse parse = Expressions.parse(source, names);
        problems.addAll(parse.problems());
        return parse.ok().map(Expressions::compile);
    }
}
