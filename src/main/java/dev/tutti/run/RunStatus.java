package dev.tutti.run;

import java.util.Locale;

/** Where a run stands. The last four never change again. */
public enum RunStatus {
    QUEUED,
    RUNNING,
    WAITING,
    INCOMPLETE,
    SUCCESS,
    WARNING,
    ERROR,
    STOPPED;

    /** True once nothing more will happen. */
    public boolean ended() {
        return ordinal() >= SUCCESS.ordinal();
    }

    /** True when a run that stands here may stand there next; a resumed run is queued again. */
    public boolean mayBecome(RunStatus next) {
        return switch (this) {
            case QUEUED -> next == RUNNING || next == STOPPED;
            case RUNNING -> next != RUNNING; // queued again when it has to change hands
            case WAITING -> next == RUNNING || next == STOPPED;
            case INCOMPLETE -> next == QUEUED || next == STOPPED;
            case SUCCESS, WARNING, ERROR, STOPPED -> false;
        };
    }

    /** The word in the API, in small letters. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
