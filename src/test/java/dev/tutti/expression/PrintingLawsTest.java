package dev.tutti.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.expression.Expression.Apply;
import dev.tutti.expression.Expression.Concat;
import dev.tutti.expression.Expression.Head;
import dev.tutti.expression.Expression.Literal;
import dev.tutti.expression.Expression.Pick;
import dev.tutti.expression.Expression.Segment;
import dev.tutti.value.Bool;
import dev.tutti.value.Items;
import dev.tutti.value.Nothing;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** parse(print(e)) is e, for expressions made by chance from a seed. */
class PrintingLawsTest {
    private static final String[] OPERATORS = {"+", "-", "*", "/", "%", "=", "!=", "<", ">", "<=", ">=", "&", "|"};
    private static final String[] TEXTS = {
        "", "a", "{{", "}}", "{", "a{", "\"", "\"\"", "`", ";", "\n", "\\n", "👋", "{{1.a}}", " ", "}", "{{{", "1"
    };
    private static final String[] NAMES = {
        "a", "first name", "0", "x-y", "x-", "-x", "a--b", "é", "__IMT__", "$a", "a.b", "]", "🙂", "now"
    };
    private static final String[] WORDS = {"now", "timestamp", "random", "pi", "uuid", "executionId", "var"};

    private final Random random = new Random(2024);

    @Test
    void whatIsPrintedParsesToTheSame() {
        for (int i = 0; i < 10_000; i++) {
            Expression expression = root();
            String printed = Expressions.print(expression);
            if (printed.length() > Limits.SOURCE) {
                continue;
            }
            Parse parse = Expressions.parse(printed);
            assertThat(parse.problems()).as(printed).isEmpty();
            assertThat(parse.ok().orElseThrow().root()).as(printed).isEqualTo(expression);
        }
    }

    /** A template never has two texts side by side, and is no template if it is one text alone. */
    private Expression root() {
        if (random.nextInt(3) > 0) {
            return any(random.nextInt(5));
        }
        List<Expression> parts = new ArrayList<>();
        int count = 2 + random.nextInt(4);
        while (parts.size() < count) {
            Expression part = any(2);
            boolean twoTexts = isText(part) && !parts.isEmpty() && isText(parts.getLast());
            if (!twoTexts) {
                parts.add(part);
            }
        }
        return new Concat(parts);
    }

    private static boolean isText(Expression expression) {
        return expression instanceof Literal(Text _);
    }

    private Expression any(int depth) {
        return switch (random.nextInt(depth > 0 ? 6 : 3)) {
            case 0 -> literal();
            case 1, 2 -> pick(depth);
            case 3 -> new Apply("-", List.of(any(depth - 1)));
            case 4 -> operation(depth);
            default -> call(depth);
        };
    }

    private Expression literal() {
        return new Literal(
                switch (random.nextInt(6)) {
                    case 0 -> Nothing.values()[random.nextInt(3)];
                    case 1 -> Bool.of(random.nextBoolean());
                    case 2 -> Num.of(random.nextInt(2_000));
                    case 3 -> new Num(BigDecimal.valueOf(random.nextLong(Long.MAX_VALUE), random.nextInt(30)));
                    case 4 -> Items.EMPTY;
                    default -> Text.of(TEXTS[random.nextInt(TEXTS.length)]);
                });
    }

    private Expression pick(int depth) {
        Head head = random.nextInt(4) == 0
                ? new Head.Named(WORDS[random.nextInt(WORDS.length)])
                : new Head.Module(random.nextInt(30));
        List<Segment> path = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            path.add(
                    switch (random.nextInt(6)) {
                        case 0 -> new Segment.First();
                        case 1 -> new Segment.At(any(Math.max(0, depth - 1)));
                        default -> new Segment.Name(NAMES[random.nextInt(NAMES.length)]);
                    });
        }
        return new Pick(head, path);
    }

    /** The first operand of a run cannot be a run of the same operator without brackets; with them it can. */
    private Expression operation(int depth) {
        List<Expression> operands = new ArrayList<>();
        for (int i = 2 + random.nextInt(3); i > 0; i--) {
            operands.add(any(depth - 1));
        }
        return new Apply(OPERATORS[random.nextInt(OPERATORS.length)], operands);
    }

    private Expression call(int depth) {
        List<FunctionSpec> functions = Expressions.functions();
        FunctionSpec function = functions.get(random.nextInt(functions.size()));
        List<Expression> arguments = new ArrayList<>();
        int count = Math.min(function.most(), function.least() + random.nextInt(3));
        for (int i = 0; i < count; i++) {
            arguments.add(any(depth - 1));
        }
        return new Apply(function.name(), arguments);
    }
}
