package dev.tutti.expression;

import dev.tutti.expression.Expression.Apply;
import dev.tutti.expression.Expression.Concat;
import dev.tutti.expression.Expression.Literal;
import dev.tutti.expression.Expression.Pick;
import dev.tutti.expression.Expression.Segment;
import dev.tutti.value.Num;
import dev.tutti.value.NumberOutOfRange;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.time.DateTimeException;
import java.util.List;

/** From expressions to a tree of closures. Constants and plain picks, most of what people map, need no context. */
final class Compiling {
    private final Template template;

    private Compiling(Template template) {
        this.template = template;
    }

    static Compiled compile(Template template) {
        Expression root = template.root();
        if (root instanceof Literal(Value value)) {
            return new Constant(template, new Evaluated.Ok(value));
        }
        if (root instanceof Pick pick && Picking.isPlain(pick)) {
            return new Plain(template, Picking.plain(pick));
        }
        return new Whole(template, new Compiling(template).node(root));
    }

    private Node node(Expression expression) {
        return switch (expression) {
            case Literal(Value value) -> context -> value;
            case Pick pick -> pick(pick);
            case Concat(List<Expression> parts) -> concat(parts);
            case Apply apply -> apply(apply);
        };
    }

    private Node pick(Pick pick) {
        if (Picking.isPlain(pick)) {
            Picking.Source source = Picking.plain(pick);
            return context -> source.from(context.scope());
        }
        // The fixed beginning of the path is plain; from the first index on each step is evaluated.
        int fixed = 0;
        while (!(pick.path().get(fixed) instanceof Segment.At)) {
            fixed++;
        }
        Picking.Source beginning =
                Picking.plain(new Pick(pick.head(), pick.path().subList(0, fixed)));
        List<Step> steps = pick.path().stream().skip(fixed).map(this::step).toList();
        return context -> {
            Value value = beginning.from(context.scope());
            for (Step step : steps) {
                value = step.into(value, context);
            }
            return value;
        };
    }

    private interface Step {
        Value into(Value value, Context context);
    }

    private Step step(Segment segment) {
        return switch (segment) {
            case Segment.Name(String name) -> (value, context) -> Paths.field(value, name);
            case Segment.First() -> (value, context) -> Paths.item(value, Picking.FIRST);
            case Segment.At(Expression at) -> {
                Node index = node(at);
                yield (value, context) -> Paths.item(value, index.in(context));
            }
        };
    }

    private Node concat(List<Expression> parts) {
        Node[] nodes = parts.stream().map(this::node).toArray(Node[]::new);
        Site[] sites = parts.stream().map(part -> site(part, "")).toArray(Site[]::new);
        return context -> {
            StringBuilder out = new StringBuilder(64);
            for (int i = 0; i < nodes.length; i++) {
                out.append(Written.of(nodes[i].in(context), context, sites[i]));
                if (out.length() > context.maxSize()) {
                    context.make(out.length(), sites[i]);
                }
            }
            return Text.of(out.toString());
        };
    }

    private Node apply(Apply apply) {
        Function function = function(apply.function());
        Node[] arguments = apply.arguments().stream().map(this::node).toArray(Node[]::new);
        Site site = site(apply, apply.function());
        return context -> {
            context.step(site);
            try {
                return function.apply(new Call(context, site, arguments));
            } catch (NumberOutOfRange tooLarge) {
                throw site.halt("expression.error.range", "expression.advice.range", Num.MAX_EXPONENT);
            } catch (DateTimeException | ArithmeticException outOfRange) {
                throw site.halt("expression.error.date", "expression.advice.date");
            }
        };
    }

    private static Function function(String name) {
        Function operator = Operators.TABLE.get(name);
        return operator != null
                ? operator
                : Functions.find(name).map(Functions.Entry::body).orElseGet(() -> call -> {
                    throw call.halt("function", name);
                });
    }

    private Site site(Expression expression, String function) {
        Span span =
                template.span(expression).orElse(new Span(0, template.source().length()));
        return new Site(function, span.from(), span.to());
    }

    private record Constant(Template template, Evaluated.Ok value) implements Compiled {
        @Override
        public Evaluated evaluate(Scope scope) {
            return value;
        }

        @Override
        public boolean isConstant() {
            return true;
        }
    }

    private record Plain(Template template, Picking.Source source) implements Compiled {
        @Override
        public Evaluated evaluate(Scope scope) {
            return new Evaluated.Ok(source.from(scope));
        }

        @Override
        public boolean isConstant() {
            return false;
        }
    }

    private record Whole(Template template, Node root) implements Compiled {
        @Override
        public Evaluated evaluate(Scope scope) {
            try {
                return new Evaluated.Ok(root.in(new Context(scope)));
            } catch (Halt halt) {
                return new Evaluated.Error(halt.error());
            }
        }

        @Override
        public boolean isConstant() {
            return false;
        }
    }
}
