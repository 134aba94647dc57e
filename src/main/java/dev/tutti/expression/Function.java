package dev.tutti.expression;

import dev.tutti.value.Value;

/** What a function or operator does. It asks the call for its arguments; those it never asks for are not evaluated. */
interface Function {
    /** @throws Halt where it has no value */
    Value apply(Call call);
}
