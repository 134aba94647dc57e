package dev.tutti.expression;

import java.util.List;
import org.antlr.v4.runtime.Token;

/** Refuses what is nested too deep before the parser, which recurses, sees it. */
final class Nesting {
    private Nesting() {}

    static List<Problem> check(List<Token> tokens, Parsing.Offsets offsets) {
        int brackets = 0;
        int minuses = 0;
        for (Token token : tokens) {
            int type = token.getType();
            switch (type) {
                case TemplateLexer.OPEN, TemplateLexer.CLOSE -> brackets = 0;
                case TemplateLexer.LEFT_ROUND, TemplateLexer.LEFT_SQUARE -> brackets++;
                case TemplateLexer.RIGHT_ROUND, TemplateLexer.RIGHT_SQUARE -> brackets = Math.max(0, brackets - 1);
                default -> {}
            }
            minuses = type == TemplateLexer.MINUS ? minuses + 1 : 0;
            if (brackets > Limits.DEPTH || minuses > Limits.DEPTH) {
                return List.of(tooDeep(offsets.from(token), offsets.to(token)));
            }
        }
        return List.of();
    }

    static Problem tooDeep(int from, int to) {
        return Problem.error("deep", from, to, Limits.DEPTH).advise("deep");
    }
}
