package dev.tutti.expression;

import dev.tutti.value.Value;

/** A compiled expression. */
interface Node {
    /** @throws Halt where it has no value */
    Value in(Context context);
}
