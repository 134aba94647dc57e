package dev.tutti.expression;

import dev.tutti.value.Value;

/** What a function or operator does. It asks the call for its arguments; those it never asks for are not evaluated. */
interface Function {
    /**
     * Its value for these arguments.
     *
     * @throws Halt where it has none
     */
    Value apply(Call call);
}
