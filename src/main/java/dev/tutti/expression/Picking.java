package dev.tutti.expression;

import dev.tutti.expression.Expression.Head;
import dev.tutti.expression.Expression.Pick;
import dev.tutti.expression.Expression.Segment;
import dev.tutti.value.Moment;
import dev.tutti.value.Nothing;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.util.Arrays;
import java.util.List;

/** From picks to closures over the scope. */
final class Picking {
    static final Value FIRST = Num.of(1);
    private static final Value PI = Num.of(Math.PI);

    private Picking() {}

    interface Source {
        Value from(Scope scope);
    }

    /** Whether it has no index that must be evaluated. */
    static boolean isPlain(Pick pick) {
        return pick.path().stream().noneMatch(Segment.At.class::isInstance);
    }

    static Source plain(Pick pick) {
        List<Segment> path = pick.path();
        boolean isVar = pick.head() instanceof Head.Named(String name) && name.equals("var");
        String root = isVar && !path.isEmpty() && path.getFirst() instanceof Segment.Name(String name) ? name : "";
        Source head = head(pick.head(), root);
        Segment[] steps = path.subList(root.isEmpty() ? 0 : 1, path.size()).toArray(Segment[]::new);
        if (steps.length == 0) {
            return head;
        }
        if (!root.isEmpty() && steps[0] instanceof Segment.Name(String field)) {
            String name = "var." + root;
            Segment[] rest = Arrays.copyOfRange(steps, 1, steps.length);
            return scope -> walk(scope.variable(name, field), rest);
        }
        if (steps.length == 1 && steps[0] instanceof Segment.Name(String only)) {
            return scope -> Paths.field(head.from(scope), only);
        }
        return scope -> walk(head.from(scope), steps);
    }

    private static Value walk(Value from, Segment[] steps) {
        Value value = from;
        for (Segment step : steps) {
            value = step instanceof Segment.Name(String name) ? Paths.field(value, name) : Paths.item(value, FIRST);
        }
        return value;
    }

    /** @param root the name after {@code var} */
    static Source head(Head head, String root) {
        return switch (head) {
            case Head.Module(int no) -> scope -> scope.module(no);
            case Head.Named(String name) ->
                switch (name) {
                    case "now" -> scope -> new Moment(scope.now());
                    case "timestamp" -> scope -> Num.of(scope.now().getEpochSecond());
                    case "random" -> scope -> Num.of(scope.random());
                    case "pi" -> scope -> PI;
                    case "uuid" -> scope -> Text.of(scope.uuid().toString());
                    case "executionId" -> scope -> Text.of(scope.executionId());
                    case "var" -> root.isEmpty() ? scope -> Nothing.NULL : scope -> scope.variable("var." + root);
                    default -> scope -> scope.variable(name);
                };
        };
    }
}
