package dev.tutti.expression;

import dev.tutti.value.Message;

/**
 * Where in a template something is evaluated.
 *
 * @param function empty outside functions
 */
record Site(String function, int from, int to) {

    Halt halt(String said, String hint, Object... arguments) {
        return halt(Message.of(said, arguments), Message.of(hint));
    }

    Halt halt(Message said, Message hint) {
        return new Halt(new ExpressionError(said, function, from, to, hint));
    }
}
