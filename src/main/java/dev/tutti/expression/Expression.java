package dev.tutti.expression;

import dev.tutti.value.Blob;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Moment;
import dev.tutti.value.Nothing;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.util.List;
import java.util.OptionalInt;

/**
 * What stands in a mapped field, as a tree. Two expressions are equal when they are written the same, whatever the
 * spaces and redundant brackets were.
 */
public sealed interface Expression {

    /** A value written out. Only what the language can write: texts, numbers from 0, keywords. */
    record Literal(Value value) implements Expression {
        public Literal {
            boolean writable = switch (value) {
                case Text _, Nothing _, Bool _ -> true;
                case Num(var number) -> number.signum() >= 0;
                case Items items -> items.size() == 0;
                case Moment _, Blob _, Fields _ -> false;
            };
            if (!writable) {
                throw new IllegalArgumentException("The language cannot write " + value);
            }
        }
    }

    /** A piece of data: of a module's output, or by name ({@code now}, {@code var.scenario.name}). */
    record Pick(Head head, List<Segment> path) implements Expression {
        public Pick {
            path = List.copyOf(path);
        }

        /** The module whose output this is, if it is one's. */
        public OptionalInt module() {
            return head instanceof Head.Module(int no) ? OptionalInt.of(no) : OptionalInt.empty();
        }
    }

    /** Text and expressions side by side; becomes text. Stands only at the top of a template. */
    record Concat(List<Expression> parts) implements Expression {
        public Concat {
            parts = List.copyOf(parts);
            if (parts.stream().anyMatch(Concat.class::isInstance)) {
                throw new IllegalArgumentException("A template cannot stand inside a template");
            }
        }
    }

    /** A function or operator ({@code +}, {@code =}, {@code &}…) and what it is applied to. */
    record Apply(String function, List<Expression> arguments) implements Expression {
        public Apply {
            arguments = List.copyOf(arguments);
            if (arguments.stream().anyMatch(Concat.class::isInstance)) {
                throw new IllegalArgumentException("A template cannot be an argument");
            }
        }
    }

    /** Where a path begins. */
    sealed interface Head {
        /** The output of the module with this number. */
        record Module(int no) implements Head {}

        /** A variable, or the root of named data such as {@code var}. */
        record Named(String name) implements Head {}
    }

    /** A step of a path. */
    sealed interface Segment {
        /** The field of this name. */
        record Name(String name) implements Segment {
            public Name {
                if (name.isEmpty() || name.indexOf('`') >= 0) {
                    throw new IllegalArgumentException("The language cannot write this name");
                }
            }
        }

        /** The item at this place, counted from 1. */
        record At(Expression index) implements Segment {}

        /** Empty brackets: the first item. */
        record First() implements Segment {}
    }
}
