package dev.tutti.expression;

import java.util.Set;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/**
 * Text that someone typed as an argument without quotes. {@code YYYY-MM-DD} reads like a subtraction; where every
 * operand of a calculation is a word that means nothing, the whole argument is that text.
 */
final class BareWords {
    private BareWords() {}

    static boolean are(TemplateParser.ArgumentContext argument, Set<String> names) {
        Count count = new Count();
        return count.onlyWords(argument, names) && count.words > 0 && count.operators > 0;
    }

    static Problem warning(String text, int from, int to) {
        Problem warning = Problem.warning("bare", from, to, text);
        if (text.startsWith("'")) {
            return warning.advise("single");
        }
        return text.contains(" and ") || text.contains(" or ")
                ? warning.advise("conjunction", text)
                : warning.advise("bare", text.replace("\"", "\"\""));
    }

    private static final class Count {
        private int words;
        private int operators;

        private boolean onlyWords(ParseTree tree, Set<String> names) {
            if (tree instanceof TemplateParser.CallContext || tree instanceof TemplateParser.GroupedContext) {
                return false;
            }
            if (tree instanceof TerminalNode leaf) {
                return fits(leaf, names);
            }
            for (int i = 0; i < tree.getChildCount(); i++) {
                if (!onlyWords(tree.getChild(i), names)) {
                    return false;
                }
            }
            return true;
        }

        private boolean fits(TerminalNode leaf, Set<String> names) {
            return switch (leaf.getSymbol().getType()) {
                case TemplateLexer.NAME -> {
                    words++;
                    String name = leaf.getText();
                    boolean error = name.equals(Words.ERROR) && leaf.getParent().getChildCount() > 1;
                    yield !error
                            && !Words.KEYWORDS.containsKey(name)
                            && !Words.VARIABLES.contains(name)
                            && !names.contains(name);
                }
                case TemplateLexer.PLUS,
                        TemplateLexer.MINUS,
                        TemplateLexer.TIMES,
                        TemplateLexer.DIVIDE,
                        TemplateLexer.REMAINDER -> {
                    operators++;
                    yield true;
                }
                case TemplateLexer.NUMBER, TemplateLexer.DOT_NAME -> true;
                default -> false;
            };
        }
    }
}
