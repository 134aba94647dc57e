package dev.tutti.connector;

import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import dev.tutti.value.Fields;

/** A module that is chosen and set up like any other but never called: a trigger, or control flow. */
public interface CatalogueOnly extends Module {

    @Override
    default Outcome run(Fields input, Invocation invocation) {
        throw new UnsupportedOperationException(spec().ref() + " is not called");
    }
}
