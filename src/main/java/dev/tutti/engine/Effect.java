package dev.tutti.engine;

/** What a call does to the world outside, and so what may happen when a run is resumed. */
public enum Effect {
    /** Only a function of its input: may be computed again on resume. */
    NONE,
    /** Looks at something that changes: recalled on resume, so that a run never sees two different answers. */
    READ,
    CREATE,
    UPDATE,
    DELETE,
    SEND
}
