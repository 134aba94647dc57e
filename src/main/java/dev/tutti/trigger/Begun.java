package dev.tutti.trigger;

import dev.tutti.run.Started;

/** What came of the wish to run a scenario now. */
public sealed interface Begun {

    /** It runs. */
    record Running(Started run) implements Begun {}

    /** Its trigger was asked and found nothing new: there is nothing to run with. */
    record NothingNew() implements Begun {}

    /** Its trigger is being asked at this moment, or a run that has to end first goes on. */
    record Busy() implements Begun {}
}
