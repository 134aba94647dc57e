package dev.tutti.run;

/** What became of a unit that was handed to the committer. */
sealed interface Commit {

    /** It is durable. */
    record Done() implements Commit {}

    /** Nothing was written: the key belongs to another run. */
    record Duplicate(long of) implements Commit {}

    /** Nothing was written: another node has taken the run or this whole node over. */
    record Fenced() implements Commit {}

    /** Not written, or nobody knows. */
    record Failed(Exception cause) implements Commit {}
}
