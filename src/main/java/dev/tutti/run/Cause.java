package dev.tutti.run;

/** What started a run. */
public enum Cause {
    WEBHOOK,
    SCHEDULE,
    MANUAL,
    API,
    REPLAY,
    /** An incomplete bundle goes on. */
    RETRY,
    /** Another scenario called this one. */
    CALL;

    /** The word in the API, in small letters. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
