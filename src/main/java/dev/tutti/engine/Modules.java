package dev.tutti.engine;

import dev.tutti.value.Fields;
import java.util.Optional;

/** The modules that plans refer to, by reference and version. */
public interface Modules {
    /** What a call with this input does to the world. */
    Effect effect(String module, int version, Fields input);

    /**
     * What is wrong with a connection, where that is known without asking anybody. Asked once for each connection
     * before anything of a run happens; a failure ends the run, and no handler sees it.
     */
    default Optional<Failure> unready(String connection) {
        return Optional.empty();
    }

    /** Calls a module. An exception is a bug of the module and fails the call with a message free of its details. */
    Outcome call(String module, int version, Fields input, Invocation invocation);
}
