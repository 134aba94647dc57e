package dev.tutti.engine;

import dev.tutti.value.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes down what a person changed, and that a call shall be made again. */
final class Editing {
    private Editing() {}

    /**
     * @param seen the journal as the run sees it
     * @param own the part of it to write to
     */
    static void write(
            Plan plan,
            List<Fields> input,
            Journal seen,
            Journal own,
            Surroundings surroundings,
            StepPath at,
            Edits edits) {
        if (!edits.none()) {
            change(plan, input, seen, own, surroundings, at, edits);
        }
        if (own.recall(at).orElse(null)
                instanceof Entry.Failed(Failure failure, Effect effect, long startedAt, long micros)) {
            own.append(at, new Entry.Retrying(failure, 0, surroundings.now(), effect, startedAt, micros));
        }
        own.barrier();
    }

    private static void change(
            Plan plan,
            List<Fields> input,
            Journal seen,
            Journal own,
            Surroundings surroundings,
            StepPath at,
            Edits edits) {
        Course course = Course.to(at);
        Surroundings onlooker = new Reading(surroundings, Watcher.NONE);
        new Walk(Setting.of(plan, new Reading.Memory(seen), Reading.NO_MODULES, onlooker, course), null).run(input);
        if (!course.reached()) {
            throw new IllegalArgumentException("The run never came to " + at);
        }
        List<Revision.Way> ways = new ArrayList<>();
        for (Map.Entry<Integer, Fields> output : edits.outputs().entrySet()) {
            Course.Place place = course.place(output.getKey());
            if (place == null) {
                throw new IllegalArgumentException("Module " + output.getKey() + " is not on the way to " + at);
            }
            own.append(Marks.bundle(place.operation(), place.index()), new Entry.Drawn(output.getValue()));
            ways.add(place.way());
        }
        edits.input().ifPresent(changed -> own.append(Marks.input(at), new Entry.Drawn(changed)));
        own.append(Marks.EDITED, Revision.of(seen).and(ways).entry());
    }
}
