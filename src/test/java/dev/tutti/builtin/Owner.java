package dev.tutti.builtin;

/** The person who set this up. */
@FunctionalInterface
public interface Owner {

    /** Signs in for this thread. */
    void signIn();
}
