package dev.tutti.run;

/** How a walk ended. */
sealed interface Walked {

    /** The run stands there now, durably. */
    record Settled(Standing standing) implements Walked {}

    /** Nothing more was written; if it had been accepted, it goes on elsewhere or later. */
    record Left(Commit why) implements Walked {}
}
