package dev.tutti.engine;

import dev.tutti.value.Fields;

/** The modules that plans refer to, by reference and version. */
public interface Modules {
    /** What a call with this input does to the world. */
    Effect effect(String module, int version, Fields input);

    /** Calls a module. An exception is a bug of the module and fails the call with a message free of its details. */
    Outcome call(String module, int version, Fields input, Invocation invocation);
}
