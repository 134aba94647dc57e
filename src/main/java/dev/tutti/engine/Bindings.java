package dev.tutti.engine;

import dev.tutti.expression.Scope;
import dev.tutti.value.Blob;
import dev.tutti.value.Moment;
import dev.tutti.value.Nothing;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What expressions see at the place where a walk stands: one bundle per module, in an array by module number. A walk
 * goes depth first, so each bundle is taken back when its walk is over; nothing is copied.
 */
final class Bindings implements Scope {
    /** Variables of the workspace, also under the names they have in Make. */
    private static final Set<String> CHANGING = Set.of("var.workspace", "var.organization", "var.team");

    private final Plan plan;
    private final Journal journal;
    private final Surroundings surroundings;
    private Value error = Nothing.NULL;
    private final Value[] bundles;
    private int[] changed = new int[16];
    private Value[] before = new Value[16];
    private int changes;
    private StepPath at = StepPath.of(0, 0);
    private int draws;
    private @Nullable RuntimeException journalTrouble;

    Bindings(Plan plan, Journal journal, Surroundings surroundings) {
        this.plan = plan;
        this.journal = journal;
        this.surroundings = surroundings;
        bundles = new Value[plan.layout().slots];
        Arrays.fill(bundles, Nothing.NULL);
    }

    void set(int module, Value bundle) {
        if (changes == changed.length) {
            changed = Arrays.copyOf(changed, changes * 2);
            before = Arrays.copyOf(before, changes * 2);
        }
        changed[changes] = module;
        before[changes++] = bundles[module];
        bundles[module] = bundle;
    }

    int mark() {
        return changes;
    }

    /** Takes back all that was set since the mark. */
    void unwind(int mark) {
        while (changes > mark) {
            bundles[changed[--changes]] = before[changes];
            before[changes] = Nothing.NULL;
        }
    }

    /** What is drawn from now on belongs to this step. */
    void at(StepPath step) {
        at = step;
        draws = 0;
    }

    /** What the journal threw while something was drawn, so that it is not taken for a bug of the module that drew. */
    @Nullable
    RuntimeException journalTrouble() {
        return journalTrouble;
    }

    /** What handlers see as {@code error}; returns what they saw before. */
    Value error(Value seen) {
        Value before = error;
        error = seen;
        return before;
    }

    @Override
    public Value module(int no) {
        return no >= 0 && no < bundles.length ? bundles[no] : Nothing.NULL;
    }

    @Override
    public Value variable(String name) {
        return name.equals("error") ? error : surroundings.variable(name);
    }

    /** What may change while a run goes is asked for once by each step, and written down. */
    @Override
    public Value variable(String name, String field) {
        return CHANGING.contains(name)
                ? draw(() -> Scope.super.variable(name, field))
                : Scope.super.variable(name, field);
    }

    @Override
    public Instant now() {
        Value drawn = draw(() -> new Moment(surroundings.now().truncatedTo(ChronoUnit.MILLIS)));
        return drawn instanceof Moment(Instant instant) ? instant : surroundings.now();
    }

    @Override
    public double random() {
        Value drawn = draw(() -> Num.of(surroundings.random()));
        return drawn instanceof Num(var number) ? number.doubleValue() : surroundings.random();
    }

    @Override
    public UUID uuid() {
        Value drawn = draw(() -> new Text(surroundings.uuid().toString()));
        return drawn instanceof Text(String text) ? UUID.fromString(text) : surroundings.uuid();
    }

    private Value draw(Supplier<Value> source) {
        StepPath question = at.then(0, draws++);
        try {
            return draw(question, source);
        } catch (RuntimeException trouble) {
            journalTrouble = trouble;
            throw trouble;
        }
    }

    private Value draw(StepPath question, Supplier<Value> source) {
        if (journal.recall(question).orElse(null) instanceof Entry.Drawn(Value known)) {
            return known;
        }
        Value value = source.get();
        journal.append(question, new Entry.Drawn(value));
        return value;
    }

    @Override
    public String executionId() {
        return surroundings.run().runId();
    }

    @Override
    public ZoneId zone() {
        return plan.zone();
    }

    @Override
    public Locale locale() {
        return plan.locale();
    }

    @Override
    public byte[] bytes(Blob blob) {
        return surroundings.bytes(blob);
    }

    @Override
    public long nanoTime() {
        return surroundings.nanos();
    }
}
