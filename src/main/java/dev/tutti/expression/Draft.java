package dev.tutti.expression;

import dev.tutti.expression.FunctionSpec.Argument;
import dev.tutti.expression.FunctionSpec.Example;
import dev.tutti.expression.FunctionSpec.Group;
import dev.tutti.expression.FunctionSpec.Type;
import java.util.ArrayList;
import java.util.List;

/** A function being described, where its code stands. */
final class Draft {
    private final String name;
    private final Group group;
    private final List<Argument> arguments = new ArrayList<>();
    private final List<Example> examples = new ArrayList<>();
    private boolean extension;

    private Draft(String name, Group group) {
        this.name = name;
        this.group = group;
    }

    static Draft of(Group group, String name) {
        return new Draft(name, group);
    }

    Draft takes(String argument, Type type) {
        arguments.add(new Argument(argument, type, false, false));
        return this;
    }

    Draft optional(String argument, Type type) {
        arguments.add(new Argument(argument, type, true, false));
        return this;
    }

    /** One or more. */
    Draft repeats(String argument, Type type) {
        arguments.add(new Argument(argument, type, false, true));
        return this;
    }

    /** None or more. */
    Draft mayRepeat(String argument, Type type) {
        arguments.add(new Argument(argument, type, true, true));
        return this;
    }

    Draft example(String expression, String result) {
        examples.add(new Example(expression, result));
        return this;
    }

    /** Make does not document it. */
    Draft extension() {
        extension = true;
        return this;
    }

    Functions.Entry does(Function body) {
        return new Functions.Entry(
                new FunctionSpec(name, group, List.copyOf(arguments), List.copyOf(examples), extension), body);
    }
}
