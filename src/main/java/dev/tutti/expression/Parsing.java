package dev.tutti.expression;

import dev.tutti.value.Text;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;

/** From the text of a field to a template, or to what is wrong with it. */
final class Parsing {
    private Parsing() {}

    /** @param references as far as they could be read, whatever became of the rest */
    record Read(Parse parse, List<Reference> references) {}

    static Read read(String source, Set<String> names) {
        if (!source.contains("{{")) {
            Expression literal = new Expression.Literal(Text.of(source));
            Template template = new Template(source, literal, List.of(), List.of(), new IdentityHashMap<>());
            return new Read(new Parse.Ok(template), List.of());
        }
        if (source.length() > Limits.SOURCE) {
            Problem tooLong = Problem.error("long", Limits.SOURCE, source.length(), Limits.SOURCE)
                    .advise("long");
            return new Read(new Parse.Bad(List.of(tooLong)), List.of());
        }
        TemplateLexer lexer = new TemplateLexer(CharStreams.fromString(source));
        lexer.removeErrorListeners();
        CommonTokenStream tokens = new CommonTokenStream(lexer);
        tokens.fill();
        Offsets offsets = Offsets.of(source);
        List<Problem> deep = Nesting.check(tokens.getTokens(), offsets);
        if (!deep.isEmpty()) {
            return new Read(new Parse.Bad(deep), List.of());
        }
        TemplateParser parser = new TemplateParser(tokens);
        parser.removeErrorListeners();
        parser.prepare();
        TemplateParser.TemplateContext tree = parser.template();
        Building building = new Building(source, offsets, names);
        Expression root = building.template(tree);
        List<Problem> problems = new ArrayList<>(building.problems());
        for (Recovery.Mistake mistake : parser.mistakes()) {
            problems.add(Explaining.explain(mistake, tokens, source, offsets));
        }
        problems.sort((a, b) -> Integer.compare(a.from(), b.from()));
        Parse parse = problems.stream().anyMatch(Problem::isError)
                ? new Parse.Bad(problems)
                : new Parse.Ok(new Template(source, root, problems, building.references(), building.spans()));
        return new Read(parse, building.references());
    }

    /** Where tokens stand in UTF-16; ANTLR counts code points, so an emoji before them moves them. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Offsets(int[] byCodePoint) {
        private static final int[] SAME = {};

        static Offsets of(String source) {
            int codePoints = source.codePointCount(0, source.length());
            if (codePoints == source.length()) {
                return new Offsets(SAME);
            }
            int[] offsets = new int[codePoints + 1];
            for (int i = 0, at = 0; i <= codePoints; i++) {
                offsets[i] = at;
                at += i < codePoints ? Character.charCount(source.codePointAt(at)) : 0;
            }
            return new Offsets(offsets);
        }

        int from(Token token) {
            return at(token.getStartIndex());
        }

        int to(Token token) {
            return token.getType() == Token.EOF ? from(token) : at(token.getStopIndex() + 1);
        }

        private int at(int codePoint) {
            return byCodePoint.length == 0 ? codePoint : byCodePoint[Math.min(codePoint, byCodePoint.length - 1)];
        }
    }
}
