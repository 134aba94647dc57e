package dev.tutti.engine;

import dev.tutti.value.Fields;
import java.util.List;

/** What one operation came to, for the walk to go on with. */
sealed interface Upshot {
    record Bundles(List<Fields> bundles) implements Upshot {}

    record Fault(Failure failure) implements Upshot {}

    record Waiting(Wake wake) implements Upshot {}

    /** The clock cut an expression short. */
    record CutShort(Failure failure) implements Upshot {}
}
