package dev.tutti.workspace;

import org.springframework.stereotype.Component;

/** What was done, by whom and when: rows that are only ever added, each sealed with the hash of the one before. */
@Component
public final class Audit {

    /**
     * Writes down that the current user (or Tutti itself) did this, in the running transaction if there is one.
     *
     * @param what a past-tense name such as {@code connection.created}
     * @param subject what it was done to, such as {@code connection 123}; never a secret
     */
    public void record(String what, String subject) {
        throw new UnsupportedOperationException();
    }
}
