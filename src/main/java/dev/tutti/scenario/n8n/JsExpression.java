package dev.tutti.scenario.n8n;

import dev.tutti.scenario.n8n.JsTokens.Beyond;
import dev.tutti.scenario.n8n.JsTokens.Kind;
import dev.tutti.scenario.n8n.JsTokens.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Translates one expression of n8n into ours: paths, operators, literals and the methods people use most. Anything else
 * is beyond it. Nothing is evaluated.
 */
final class JsExpression {

    private static final int DEEPEST = 60;

    /** By the power with which they bind, the weakest first. */
    private static final List<Map<String, String>> OPERATORS = List.of(
            Map.of("||", "|", "??", "??"),
            Map.of("&&", "&"),
            Map.of("===", "=", "==", "=", "!==", "!=", "!=", "!="),
            Map.of("<", "<", ">", ">", "<=", "<=", ">=", ">="),
            Map.of("+", "+", "-", "-"),
            Map.of("*", "*", "/", "/", "%", "%"));

    private final List<Token> tokens;
    private final N8nData data;
    private int at;
    private int depth;

    private JsExpression(List<Token> tokens, N8nData data) {
        this.tokens = tokens;
        this.data = data;
    }

    /**
     * @param data what the names in it mean
     * @throws Beyond where there is no translation
     */
    static String translate(String source, N8nData data) {
        JsExpression expression = new JsExpression(JsTokens.of(source), data);
        String translated = expression.choice();
        if (expression.peek().kind() != Kind.END) {
            throw new Beyond();
        }
        return translated;
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token next() {
        return tokens.get(at++);
    }

    private boolean takes(String mark) {
        if (peek().is(mark)) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(String mark) {
        if (!takes(mark)) {
            throw new Beyond();
        }
    }

    private String choice() {
        if (++depth > DEEPEST) {
            throw new Beyond();
        }
        String condition = binary(0);
        if (takes("?")) {
            String yes = choice();
            expect(":");
            condition = "if(" + condition + "; " + yes + "; " + choice() + ")";
        }
        depth--;
        return condition;
    }

    private String binary(int level) {
        if (level == OPERATORS.size()) {
            return unary();
        }
        String left = binary(level + 1);
        while (peek().kind() == Kind.MARK && OPERATORS.get(level).containsKey(peek().text())) {
            String operator = Objects.requireNonNull(OPERATORS.get(level).get(next().text()));
            boolean literal = peek().kind() == Kind.STRING || peek().kind() == Kind.NUMBER;
            String right = binary(level + 1);
            boolean otherwise = operator.equals("??") || operator.equals("|") && literal;
            left = otherwise ? "ifempty(" + left + "; " + right + ")" : left + " " + operator + " " + right;
        }
        return left;
    }

    private String unary() {
        if (++depth > DEEPEST) {
            throw new Beyond();
        }
        try {
            if (takes("!")) {
                return "if(" + unary() + "; false; true)";
            }
            if (takes("-")) {
                return "-" + unary();
            }
            return member(primary());
        } finally {
            depth--;
        }
    }

    private String primary() {
        Token token = next();
        return switch (token.kind()) {
            case NUMBER -> token.text();
            case STRING -> quoted(token.text());
            case NAME -> name(token.text());
            case MARK -> {
                if (!token.is("(")) {
                    throw new Beyond();
                }
                String inner = choice();
                expect(")");
                yield "(" + inner + ")";
            }
            case END -> throw new Beyond();
        };
    }

    private String name(String name) {
        return switch (name) {
            case "true", "false", "null" -> name;
            case "undefined" -> "null";
            case "$now" -> "now";
            case "$today" -> "parseDate(formatDate(now; \"YYYY-MM-DD\"); \"YYYY-MM-DD\")";
            case "$execution" -> only("id", "executionId");
            case "$workflow" -> {
                expect(".");
                String part = next().text();
                if (!part.equals("id") && !part.equals("name")) {
                    throw new Beyond();
                }
                yield "var.scenario." + part;
            }
            case "$vars" -> {
                expect(".");
                yield "var.workspace." + next().text();
            }
            case "$json" -> data.current(path());
            case "$input" -> {
                expect(".");
                if (!List.of("item", "first", "last").contains(next().text())) {
                    throw new Beyond();
                }
                empty();
                expect(".");
                word("json");
                yield data.current(path());
            }
            case "$node" -> {
                expect("[");
                String node = text();
                expect("]");
                expect(".");
                word("json");
                yield data.of(node, path());
            }
            case "$" -> {
                expect("(");
                String node = text();
                expect(")");
                yield ofNode(node);
            }
            case "Math" -> {
                expect(".");
                String function = next().text();
                if (!List.of("round", "floor", "ceil", "abs", "max", "min").contains(function)) {
                    throw new Beyond();
                }
                yield call(function, arguments());
            }
            case "JSON" -> {
                expect(".");
                word("stringify");
                yield call("toString", arguments().subList(0, 1));
            }
            case "String" -> call("toString", arguments());
            case "Number", "parseFloat", "parseInt" ->
                "parseNumber(" + arguments().getFirst() + "; \".\")";
            case "encodeURIComponent" -> call("encodeURL", arguments());
            case "decodeURIComponent" -> call("decodeURL", arguments());
            default -> throw new Beyond();
        };
    }

    private String ofNode(String node) {
        expect(".");
        String which = next().text();
        if (!List.of("item", "first", "last", "itemMatching").contains(which)) {
            throw new Beyond();
        }
        empty();
        expect(".");
        word("json");
        return data.of(node, path());
    }

    private void empty() {
        if (takes("(")) {
            expect(")");
        }
    }

    private String only(String member, String meaning) {
        expect(".");
        word(member);
        return meaning;
    }

    private void word(String name) {
        if (!next().text().equals(name)) {
            throw new Beyond();
        }
    }

    private String text() {
        Token token = next();
        if (token.kind() != Kind.STRING) {
            throw new Beyond();
        }
        return token.text();
    }

    /** Names and places, as far as they are no call. Places count from 0 there and from 1 here. */
    private List<String> path() {
        List<String> path = new ArrayList<>();
        while (true) {
            int begin = at;
            if (takes(".") || takes("?.")) {
                Token name = next();
                boolean method = peek().is("(") || name.text().equals("length");
                if (name.kind() != Kind.NAME || method) {
                    at = begin;
                    return path;
                }
                path.add(name.text());
            } else if (takes("[")) {
                Token key = next();
                if (key.kind() == Kind.NUMBER
                        && key.text().length() < 8
                        && !key.text().contains(".")) {
                    path.add("[" + (Integer.parseInt(key.text()) + 1) + "]");
                } else if (key.kind() == Kind.STRING) {
                    path.add(key.text());
                } else {
                    throw new Beyond();
                }
                expect("]");
            } else {
                return path;
            }
        }
    }

    private String member(String object) {
        String result = object;
        while (takes(".") || takes("?.")) {
            String name = next().text();
            result = name.equals("length") && !peek().is("(") ? call("length", List.of(result)) : method(result, name);
        }
        if (peek().is("[")) {
            throw new Beyond();
        }
        return result;
    }

    private String method(String object, String name) {
        if (name.equals("plus") || name.equals("minus")) {
            return later(object, name.equals("minus"));
        }
        List<String> given = arguments();
        return JsMethods.call(object, name, given);
    }

    /** {@code plus({days: 2})} or {@code plus(2, 'days')}. */
    private String later(String object, boolean back) {
        expect("(");
        String amount;
        String unit;
        if (takes("{")) {
            unit = next().text();
            expect(":");
            amount = choice();
            expect("}");
        } else {
            amount = choice();
            expect(",");
            unit = text();
        }
        expect(")");
        return JsMethods.later(object, unit, back ? "-" + amount : amount);
    }

    private List<String> arguments() {
        expect("(");
        List<String> all = new ArrayList<>();
        while (!takes(")")) {
            all.add(choice());
            if (!peek().is(")")) {
                expect(",");
            }
        }
        return all;
    }

    private static String call(String function, List<String> arguments) {
        if (arguments.isEmpty()) {
            throw new Beyond();
        }
        return function + "(" + String.join("; ", arguments) + ")";
    }

    static String quoted(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
