package dev.tutti.expression;

import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Says in a person's words why a hole could not be parsed, and where to look. */
final class Explaining {
    private Explaining() {}

    static Problem explain(Recovery.Mistake mistake, CommonTokenStream tokens, String source, Parsing.Offsets offsets) {
        Token wrong = mistake.offending();
        int from = offsets.from(wrong);
        int to = offsets.to(wrong);
        Token quote = find(tokens, mistake, "\"");
        if (quote != null) {
            return Problem.error("quote", offsets.from(quote), offsets.to(quote))
                    .advise("quote");
        }
        return switch (wrong.getType()) {
            case Token.EOF ->
                Problem.error("open", offsets.from(mistake.open()), offsets.to(mistake.open()))
                        .advise("open");
            case TemplateLexer.CLOSE -> closed(mistake, tokens, source, offsets);
            case TemplateLexer.RIGHT_ROUND ->
                Problem.error("bracket.right", from, to).advise("bracket.right");
            case TemplateLexer.SEMICOLON -> Problem.error("semicolon", from, to).advise("semicolon");
            default -> unexpected(source.substring(from, to), from, to);
        };
    }

    private static Problem closed(
            Recovery.Mistake mistake, CommonTokenStream tokens, String source, Parsing.Offsets offsets) {
        Token bracket = lastOpenBracket(tokens, mistake);
        if (bracket == null) {
            Token close = mistake.offending();
            return Problem.error("missing", offsets.from(close), offsets.to(close))
                    .advise("missing");
        }
        Token name = tokens.get(bracket.getTokenIndex() - 1);
        boolean call = name.getType() == TemplateLexer.NAME;
        int from = offsets.from(call ? name : bracket);
        int to = offsets.to(bracket);
        String missing = bracket.getType() == TemplateLexer.LEFT_ROUND ? ")" : "]";
        return Problem.error("bracket.left", from, to, source.substring(from, to), missing)
                .advise("bracket.left", missing);
    }

    private static Problem unexpected(String text, int from, int to) {
        Problem unexpected = Problem.error("unexpected", from, to, text);
        return switch (text) {
            case "'" -> unexpected.advise("single");
            case "," -> unexpected.advise("comma");
            case "." -> unexpected.advise("backtick");
            default -> unexpected.advise("unexpected");
        };
    }

    private static @Nullable Token find(CommonTokenStream tokens, Recovery.Mistake mistake, String other) {
        for (int i = mistake.open().getTokenIndex(); i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.getType() == TemplateLexer.CLOSE) {
                return null;
            }
            if (token.getType() == TemplateLexer.OTHER && token.getText().equals(other)) {
                return token;
            }
        }
        return null;
    }

    private static @Nullable Token lastOpenBracket(CommonTokenStream tokens, Recovery.Mistake mistake) {
        int closed = 0;
        for (int i = mistake.offending().getTokenIndex() - 1; i > mistake.open().getTokenIndex(); i--) {
            Token token = tokens.get(i);
            switch (token.getType()) {
                case TemplateLexer.RIGHT_ROUND, TemplateLexer.RIGHT_SQUARE -> closed++;
                case TemplateLexer.LEFT_ROUND, TemplateLexer.LEFT_SQUARE -> {
                    if (closed == 0) {
                        return token;
                    }
                    closed--;
                }
                default -> {}
            }
        }
        return null;
    }
}
