package dev.tutti.expression;

import dev.tutti.expression.Expression.Apply;
import dev.tutti.expression.Expression.Concat;
import dev.tutti.expression.Expression.Head;
import dev.tutti.expression.Expression.Literal;
import dev.tutti.expression.Expression.Pick;
import dev.tutti.expression.Expression.Segment;
import dev.tutti.value.Nothing;
import dev.tutti.value.Num;
import dev.tutti.value.NumberOutOfRange;
import dev.tutti.value.Text;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** From the parser's tree to expressions, with their places in the source and what is questionable about them. */
final class Building {
    private final String source;
    private final Parsing.Offsets offsets;
    private final Set<String> names;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Reference> references = new ArrayList<>();
    private final IdentityHashMap<Expression, Span> spans = new IdentityHashMap<>();
    private final IdentityHashMap<Expression, Integer> heights = new IdentityHashMap<>();

    Building(String source, Parsing.Offsets offsets, Set<String> names) {
        this.source = source;
        this.offsets = offsets;
        this.names = names;
    }

    List<Problem> problems() {
        return problems;
    }

    List<Reference> references() {
        return references;
    }

    IdentityHashMap<Expression, Span> spans() {
        return spans;
    }

    Expression template(TemplateParser.TemplateContext tree) {
        List<TemplateParser.PartContext> parts = tree.part();
        if (parts.size() == 1 && parts.getFirst().hole() != null) {
            return lone(parts.getFirst().hole());
        }
        List<Expression> merged = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        boolean pending = false;
        for (TemplateParser.PartContext part : parts) {
            Expression hole = part.hole() == null ? null : hole(part.hole());
            if (hole == null || hole instanceof Literal(Text _)) {
                text.append(
                        hole instanceof Literal(Text(String literal))
                                ? literal
                                : part.TEXT().getText());
                pending = true;
                continue;
            }
            if (pending) {
                merged.add(new Literal(Text.of(text.toString())));
                text.setLength(0);
                pending = false;
            }
            merged.add(hole);
        }
        if (pending) {
            merged.add(new Literal(Text.of(text.toString())));
        }
        return merged.size() == 1 && merged.getFirst() instanceof Literal(Text _)
                ? merged.getFirst()
                : new Concat(merged);
    }

    /** A number that is the whole field is the bundle of that module. */
    private Expression lone(TemplateParser.HoleContext hole) {
        boolean bareNumber = !hole.broken
                && hole.getChildCount() == 3
                && isModule(hole.getChild(1).getText());
        if (!bareNumber) {
            return hole(hole);
        }
        TemplateParser.ExpressionContext number = hole.expression();
        Pick bundle = new Pick(new Head.Module(Integer.parseInt(number.getText())), List.of());
        references.add(new Reference(bundle, from(number), to(number)));
        return placed(bundle, number);
    }

    private Expression hole(TemplateParser.HoleContext hole) {
        if (hole.broken) {
            return new Literal(Nothing.NULL);
        }
        if (hole.expression() == null) {
            problems.add(Problem.warning("empty", from(hole), to(hole)).advise("empty"));
            return placed(new Literal(Nothing.NULL), hole);
        }
        return expression(hole.expression(), false);
    }

    private Expression expression(ParserRuleContext tree, boolean inArgument) {
        return switch (tree) {
            case TemplateParser.PrimaryContext primary -> primary(primary, inArgument);
            case TemplateParser.UnaryContext unary
            when unary.MINUS() != null -> apply("-", List.of(expression(unary.unary(), inArgument)), unary);
            default ->
                tree.getChildCount() == 1
                        ? expression((ParserRuleContext) tree.getChild(0), inArgument)
                        : chain(tree, inArgument);
        };
    }

    /** Operators of one rank, from the left; a run of the same operator is one application of it. */
    private Expression chain(ParserRuleContext tree, boolean inArgument) {
        List<Expression> operands = new ArrayList<>();
        operands.add(expression((ParserRuleContext) tree.getChild(0), inArgument));
        String operator = tree.getChild(1).getText();
        for (int i = 1; i < tree.getChildCount(); i += 2) {
            String next = tree.getChild(i).getText();
            if (!next.equals(operator)) {
                Expression left = apply(operator, operands, tree);
                operands = new ArrayList<>();
                operands.add(left);
                operator = next;
            }
            operands.add(expression((ParserRuleContext) tree.getChild(i + 1), inArgument));
        }
        return apply(operator, operands, tree);
    }

    private Expression primary(TemplateParser.PrimaryContext tree, boolean inArgument) {
        return switch (tree) {
            case TemplateParser.GroupedContext grouped -> expression(grouped.expression(), inArgument);
            case TemplateParser.TextContext text -> {
                String quoted = text.STRING().getText();
                String content = quoted.substring(1, quoted.length() - 1).replace("\"\"", "\"");
                yield placed(new Literal(Text.of(content)), text);
            }
            case TemplateParser.NumberedContext number ->
                number.step().isEmpty()
                        ? number(number)
                        : path(number.NUMBER().getText(), number.step(), number, inArgument);
            case TemplateParser.TickedContext ticked -> {
                String quoted = ticked.TICKED().getText();
                yield path(quoted.substring(1, quoted.length() - 1), ticked.step(), ticked, inArgument);
            }
            case TemplateParser.NamedContext named -> named(named, inArgument);
            case TemplateParser.CallContext call -> call(call);
            default -> throw new IllegalStateException("an alternative of the grammar is not built");
        };
    }

    private Expression number(TemplateParser.NumberedContext tree) {
        try {
            return placed(new Literal(Num.of(tree.NUMBER().getText())), tree);
        } catch (NumberOutOfRange tooLarge) {
            problems.add(Problem.error("number", from(tree), to(tree)));
            return new Literal(Nothing.NULL);
        }
    }

    private Expression named(TemplateParser.NamedContext tree, boolean inArgument) {
        String name = tree.NAME().getText();
        if (tree.step().isEmpty() && Words.KEYWORDS.containsKey(name)) {
            return placed(new Literal(Words.KEYWORDS.get(name)), tree);
        }
        return path(name, tree.step(), tree, inArgument);
    }

    private Expression path(
            String head, List<TemplateParser.StepContext> steps, ParserRuleContext tree, boolean inArgument) {
        boolean module = isModule(head);
        boolean error = head.equals(Words.ERROR) && !steps.isEmpty();
        if (!module && !error && !Words.VARIABLES.contains(head) && !names.contains(head)) {
            return unknown(head, tree, inArgument);
        }
        int place = references.size();
        List<Segment> path = new ArrayList<>();
        int height = 0;
        for (TemplateParser.StepContext step : steps) {
            Segment segment = segment(step);
            path.add(segment);
            if (segment instanceof Segment.At(Expression index)) {
                height = Math.max(height, 1 + heights.getOrDefault(index, 0));
            }
        }
        Pick pick = new Pick(module ? new Head.Module(Integer.parseInt(head)) : new Head.Named(head), path);
        references.add(place, new Reference(pick, from(tree), to(tree)));
        heights.put(pick, height);
        return placed(pick, tree);
    }

    private Segment segment(TemplateParser.StepContext step) {
        if (step.DOT_NAME() != null) {
            return new Segment.Name(step.DOT_NAME().getText().substring(1));
        }
        if (step.DOT_TICKED() != null) {
            String quoted = step.DOT_TICKED().getText();
            return new Segment.Name(quoted.substring(2, quoted.length() - 1));
        }
        return step.expression() == null ? new Segment.First() : new Segment.At(expression(step.expression(), false));
    }

    private Expression call(TemplateParser.CallContext tree) {
        String name = tree.NAME().getText();
        List<Expression> arguments = new ArrayList<>();
        TemplateParser.ArgumentContext first = tree.argument(0);
        boolean none = tree.argument().size() == 1 && !first.bare && first.expression() == null;
        if (!none) {
            for (TemplateParser.ArgumentContext argument : tree.argument()) {
                arguments.add(argument(argument));
            }
        }
        Token named = tree.NAME().getSymbol();
        problems.addAll(Signatures.check(name, arguments.size(), offsets.from(named), offsets.to(named), to(tree)));
        return apply(Functions.canonical(name), arguments, tree);
    }

    private Expression argument(TemplateParser.ArgumentContext tree) {
        if (tree.bare || BareWords.are(tree, names)) {
            return bare(tree);
        }
        return tree.expression() == null
                ? placed(new Literal(Nothing.NULL), tree)
                : expression(tree.expression(), true);
    }

    private Expression bare(ParserRuleContext tree) {
        String text = source.substring(from(tree), to(tree)).strip();
        problems.add(BareWords.warning(text, from(tree), to(tree)));
        return placed(new Literal(Text.of(text)), tree);
    }

    private Expression unknown(String name, ParserRuleContext tree, boolean inArgument) {
        if (inArgument) {
            return bare(tree);
        }
        problems.add(Suggestion.forName(name, names, from(tree), to(tree)));
        return new Literal(Nothing.NULL);
    }

    private Expression apply(String function, List<Expression> arguments, ParserRuleContext tree) {
        int height = 1;
        for (Expression argument : arguments) {
            height = Math.max(height, 1 + heights.getOrDefault(argument, 0));
        }
        if (height > Limits.DEPTH) {
            problems.add(Nesting.tooDeep(from(tree), to(tree)));
            return new Literal(Nothing.NULL);
        }
        Apply apply = new Apply(function, arguments);
        heights.put(apply, height);
        return placed(apply, tree);
    }

    private <E extends Expression> E placed(E expression, ParserRuleContext tree) {
        spans.put(expression, new Span(from(tree), to(tree)));
        return expression;
    }

    private int from(ParserRuleContext tree) {
        return offsets.from(tree.start);
    }

    private int to(ParserRuleContext tree) {
        // An empty argument stops before it starts.
        return tree.stop == null || tree.stop.getTokenIndex() < tree.start.getTokenIndex()
                ? from(tree)
                : offsets.to(tree.stop);
    }

    static boolean isModule(String text) {
        return !text.isEmpty() && text.length() < 10 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
