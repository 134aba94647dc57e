package dev.tutti.run;

import dev.tutti.value.Fields;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One line of a run's log.
 *
 * @param seq position in the journal, from 1
 * @param path the invocation, such as {@code 1#4/2#0}
 * @param kind call, filter, iterate, aggregate, router or variable
 * @param status ok, error, waiting, passed or rejected
 * @param input what went in, recomputed from the plan, only when asked for
 * @param output the bundles that came out; of an iterator the first 50
 * @param outputs how many came out
 * @param link the two ends of the link a filter sits on
 * @param rows what each row of a filter compared and why it passed or not
 */
public record Operation(
        long seq,
        String path,
        int module,
        String kind,
        int index,
        String status,
        Instant startedAt,
        long millis,
        Optional<Fields> input,
        List<Fields> output,
        int outputs,
        Optional<Link> link,
        List<List<Row>> rows,
        Optional<RunError> error) {

    /** The two ends of a link. */
    public record Link(int from, int to) {}

    /** One compared row of a filter. */
    public record Row(String a, String operator, String b, boolean passed, String reason) {}

    /** Which lines to read. */
    public record Query(OptionalInt module, boolean inputs, long after, int limit) {}

    /** A page of lines; {@code next} is the sequence to go on after. */
    public record Page(List<Operation> items, Optional<Long> next) {}
}
