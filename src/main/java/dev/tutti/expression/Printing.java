package dev.tutti.expression;

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
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** From an expression to text that parses to it. */
final class Printing {
    private static final int UNARY = 6;
    private static final Map<String, Integer> RANKS = Map.ofEntries(
            Map.entry("|", 1),
            Map.entry("&", 2),
            Map.entry("=", 3),
            Map.entry("!=", 3),
            Map.entry("<", 3),
            Map.entry(">", 3),
            Map.entry("<=", 3),
            Map.entry(">=", 3),
            Map.entry("+", 4),
            Map.entry("-", 4),
            Map.entry("*", 5),
            Map.entry("/", 5),
            Map.entry("%", 5));

    private Printing() {}

    static String template(Expression root) {
        if (root instanceof Concat(List<Expression> parts)) {
            StringBuilder out = new StringBuilder();
            for (int i = 0; i < parts.size(); i++) {
                boolean last = i == parts.size() - 1;
                boolean raw = parts.get(i) instanceof Literal(Text(String text)) && isRaw(text, last);
                out.append(raw ? ((Text) ((Literal) parts.get(i)).value()).text() : hole(parts.get(i)));
            }
            return out.toString();
        }
        if (root instanceof Literal(Text(String text)) && isRaw(text + " ", true)) {
            return text;
        }
        // A lone whole number would be the bundle of that module.
        return root instanceof Literal(Num number) && number.isWhole() ? "{{(" + number.plain() + ")}}" : hole(root);
    }

    /** Whether a text may stand outside braces without beginning any. */
    private static boolean isRaw(String text, boolean last) {
        return !text.isEmpty() && !text.contains("{{") && (last || !text.endsWith("{"));
    }

    /** An expression as it stands between braces. */
    static String inner(Expression expression) {
        return print(expression);
    }

    private static String hole(Expression expression) {
        String inside = print(expression);
        return "{{" + inside + (inside.endsWith("}") ? " " : "") + "}}";
    }

    private static String print(Expression expression) {
        return switch (expression) {
            case Literal literal -> literal(literal);
            case Pick pick -> pick(pick);
            case Apply apply -> RANKS.containsKey(apply.function()) ? operation(apply) : call(apply);
            case Concat _ -> throw new IllegalArgumentException("A template cannot stand inside a template");
        };
    }

    private static String literal(Literal literal) {
        return switch (literal.value()) {
            case Text(String text) -> '"' + text.replace("\"", "\"\"") + '"';
            case Num number -> number.plain();
            case Bool bool -> bool.value() ? "true" : "false";
            case Items _ -> "emptyarray";
            case Nothing nothing ->
                switch (nothing) {
                    case NULL -> "null";
                    case IGNORE -> "ignore";
                    case ERASE -> "erase";
                };
            default -> throw new IllegalArgumentException("The language cannot write this value");
        };
    }

    private static String pick(Pick pick) {
        StringBuilder out = new StringBuilder(
                switch (pick.head()) {
                    case Head.Module(int no) -> pick.path().isEmpty() ? "`" + no + "`" : Integer.toString(no);
                    case Head.Named(String name) -> isPlain(name) && name.indexOf('-') < 0 ? name : "`" + name + "`";
                });
        for (Segment segment : pick.path()) {
            switch (segment) {
                case Segment.Name(String name) -> out.append('.').append(isPlain(name) ? name : "`" + name + "`");
                case Segment.At(Expression index) ->
                    out.append('[').append(print(index)).append(']');
                case Segment.First() -> out.append("[]");
            }
        }
        return out.toString();
    }

    /** Letters and digits, beginning with a letter; single hyphens between. */
    private static boolean isPlain(String name) {
        char before = '-';
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = Character.isLetter(c) || c == '_' || c == '$';
            boolean fits = i == 0 ? letter : letter || Character.isDigit(c) || (c == '-' && before != '-');
            if (!fits) {
                return false;
            }
            before = c;
        }
        return before != '-';
    }

    private static String call(Apply apply) {
        return apply.arguments().stream()
                .map(Printing::print)
                .collect(Collectors.joining("; ", apply.function() + "(", ")"));
    }

    private static String operation(Apply apply) {
        int rank = RANKS.getOrDefault(apply.function(), UNARY);
        if (apply.arguments().size() == 1) {
            return "-" + operand(apply.arguments().getFirst(), UNARY);
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < apply.arguments().size(); i++) {
            Expression argument = apply.arguments().get(i);
            boolean continued = i == 0 && !isSame(argument, apply);
            out.append(i == 0 ? "" : " " + apply.function() + " ")
                    .append(operand(argument, continued ? rank : rank + 1));
        }
        return out.toString();
    }

    /** A run of one operator would be read as one application. */
    private static boolean isSame(Expression argument, Apply apply) {
        return argument instanceof Apply(String function, List<Expression> arguments)
                && function.equals(apply.function())
                && arguments.size() > 1;
    }

    private static String operand(Expression expression, int least) {
        return rank(expression) < least ? "(" + print(expression) + ")" : print(expression);
    }

    private static int rank(Expression expression) {
        return expression instanceof Apply(String function, List<Expression> arguments) && RANKS.containsKey(function)
                ? arguments.size() == 1 ? UNARY : RANKS.getOrDefault(function, UNARY)
                : UNARY + 1;
    }
}
