package dev.tutti.engine;

/** The process dies here: an error, because the engine answers for the exceptions of modules. */
final class Crash extends Error {
    private static final long serialVersionUID = 1;

    Crash() {
        super("crash", null, false, false);
    }
}
