package dev.tutti.scenario.n8n;

import java.util.ArrayList;
import java.util.List;

/** The words of one expression of n8n, which are those of JavaScript; as far as they can be translated at all. */
final class JsTokens {

    enum Kind {
        NAME,
        NUMBER,
        STRING,
        MARK,
        END
    }

    record Token(Kind kind, String text) {
        boolean is(String mark) {
            return kind == Kind.MARK && text.equals(mark);
        }
    }

    /** The expression uses something that has no translation. */
    static final class Beyond extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Beyond() {
            super("", null, false, false);
        }
    }

    private static final List<String> MARKS = List.of(
            "===", "!==", "?.", "??", "&&", "||", "==", "!=", "<=", ">=", "(", ")", "[", "]", "{", "}", ".", ",", ":",
            "?", "+", "-", "*", "/", "%", "<", ">", "!");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private JsTokens(String text) {
        this.text = text;
    }

    static List<Token> of(String text) {
        JsTokens reader = new JsTokens(text);
        reader.all();
        return reader.tokens;
    }

    private void all() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (Character.isLetter(c) || c == '_' || c == '$') {
                tokens.add(new Token(Kind.NAME, taken(JsTokens::inName)));
            } else if (Character.isDigit(c)) {
                tokens.add(new Token(Kind.NUMBER, taken(d -> Character.isDigit(d) || d == '.')));
            } else if (c == '"' || c == '\'') {
                tokens.add(new Token(Kind.STRING, string(c)));
            } else {
                tokens.add(new Token(Kind.MARK, mark()));
            }
        }
        tokens.add(new Token(Kind.END, ""));
    }

    private static boolean inName(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$';
    }

    private interface Part {
        boolean has(char c);
    }

    private String taken(Part part) {
        int begin = at;
        while (at < text.length() && part.has(text.charAt(at))) {
            at++;
        }
        return text.substring(begin, at);
    }

    private String string(char quote) {
        StringBuilder content = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == quote) {
                at++;
                return content.toString();
            }
            if (c == '\\' && at + 1 < text.length()) {
                char escaped = text.charAt(++at);
                content.append(
                        switch (escaped) {
                            case 'n' -> '\n';
                            case 't' -> '\t';
                            case 'r' -> '\r';
                            case 'u', 'x', 'b', 'f', '0' -> throw new Beyond();
                            default -> escaped;
                        });
            } else {
                content.append(c);
            }
        }
        throw new Beyond();
    }

    private String mark() {
        for (String mark : MARKS) {
            if (text.startsWith(mark, at)) {
                at += mark.length();
                return mark;
            }
        }
        throw new Beyond();
    }
}
