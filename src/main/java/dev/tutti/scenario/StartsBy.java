package dev.tutti.scenario;

import dev.tutti.value.Fields;

/** What makes a scenario run, as its blueprint says. */
public sealed interface StartsBy {

    /** A request from outside reaches module {@code no}. */
    record Webhook(int no, boolean headers, boolean method) implements StartsBy {}

    /** The clock; {@code schedule} has the shape of the field of {@code schedule:clock}. */
    record Schedule(Fields schedule) implements StartsBy {}

    /** A person or a program asks for a run. */
    record OnDemand() implements StartsBy {}
}
