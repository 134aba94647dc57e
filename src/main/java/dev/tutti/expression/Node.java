package dev.tutti.expression;

import dev.tutti.value.Value;

/** A compiled expression. */
interface Node {
    /**
     * Its value.
     *
     * @throws Halt where it has none
     */
    Value in(Context context);
}
