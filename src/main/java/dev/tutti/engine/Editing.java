package dev.tutti.engine;

import dev.tutti.value.Fields;
import dev.tutti.value.Num;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Writes down what a person changed, and that a call shall be made again. */
final class Editing {
    private Editing() {}

    static void write(
            Plan plan, List<Fields> input, Journal journal, Surroundings surroundings, StepPath at, Edits edits) {
        if (!edits.none()) {
            Course course = Course.to(at);
            Reading reading = new Reading(surroundings, Watcher.NONE);
            new Walk(Setting.of(plan, new Reading.Memory(journal), Reading.NO_MODULES, reading, course), null)
                    .run(input);
            if (!course.reached()) {
                throw new IllegalArgumentException("The run never came to " + at);
            }
            for (Map.Entry<Integer, Fields> output : edits.outputs().entrySet()) {
                StepPath place = course.place(output.getKey());
                if (place == null) {
                    throw new IllegalArgumentException("Module " + output.getKey() + " is not on the way to " + at);
                }
                journal.append(place, new Entry.Drawn(output.getValue()));
            }
            edits.input().ifPresent(changed -> journal.append(Marks.input(at), new Entry.Drawn(changed)));
            journal.append(Marks.EDITED, new Entry.Drawn(Num.of(times(journal) + 1L)));
        }
        journal.recall(at).ifPresent(known -> clear(journal, at, known, surroundings.now()));
        journal.barrier();
    }

    /** How often it was edited. */
    static int times(Journal journal) {
        return journal.recall(Marks.EDITED).orElse(null) instanceof Entry.Drawn(Num(var number))
                ? number.intValue()
                : 0;
    }

    private static void clear(Journal journal, StepPath at, Entry known, Instant now) {
        if (known instanceof Entry.Failed(Failure failure, Effect effect, long startedAt, long micros)) {
            journal.append(at, new Entry.Retrying(failure, 0, now, effect, startedAt, micros));
        }
    }
}
