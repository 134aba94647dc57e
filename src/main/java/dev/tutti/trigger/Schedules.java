package dev.tutti.trigger;

import dev.tutti.scenario.Executable;
import dev.tutti.scenario.ScenarioId;
import dev.tutti.scenario.ScenarioSummary;
import dev.tutti.scenario.Scenarios;
import dev.tutti.scenario.StartsBy;
import dev.tutti.value.Fields;
import dev.tutti.value.Message;
import dev.tutti.value.Text;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** When scenarios start by the clock. */
@Component
public final class Schedules {

    private final Scenarios scenarios;
    private final Clock clock;

    Schedules(Scenarios scenarios, Clock clock) {
        this.scenarios = scenarios;
        this.clock = clock;
    }

    /**
     * The next starts of a schedule given as its JSON ({@code kind}, {@code time}, {@code days} …), strictly after a
     * moment; fewer when it ends. Throws {@link IllegalArgumentException} with a sentence when it is not a schedule.
     */
    public List<Instant> next(Fields schedule, ZoneId zone, Instant after, int count) {
        ScheduleTimes times = new ScheduleTimes(ScheduleReader.read(schedule, zone), zone);
        List<Instant> next = new ArrayList<>();
        Optional<Instant> at = times.after(after);
        while (at.isPresent() && next.size() < count) {
            next.add(at.get());
            at = times.after(at.get());
        }
        return next;
    }

    /** What is wrong with a schedule, empty when it is one. */
    public Optional<Message> wrong(Fields schedule, ZoneId zone) {
        try {
            ScheduleReader.read(schedule, zone);
            return Optional.empty();
        } catch (ScheduleReader.Wrong wrong) {
            return Optional.of(wrong.message);
        }
    }

    /** When a live scenario starts next, empty when it is off or has no schedule. */
    public Optional<Instant> next(ScenarioId scenario) {
        return next(scenario, clock.instant());
    }

    Optional<Instant> next(ScenarioId scenario, Instant after) {
        return scenarios
                .find(scenario)
                .filter(ScenarioSummary::on)
                .flatMap(ScenarioSummary::live)
                .flatMap(live -> scenarios.plan(live.id()))
                .flatMap(executable -> next(executable, after));
    }

    private Optional<Instant> next(Executable executable, Instant after) {
        Optional<Fields> schedule = executable.startsBy() instanceof StartsBy.Schedule(Fields own)
                ? Optional.of(own)
                : HookDrain.scheduled(executable) ? HookDrain.schedule(executable) : Optional.empty();
        try {
            return schedule.flatMap(
                    it -> next(it, executable.plan().zone(), after, 1).stream().findFirst());
        } catch (ScheduleReader.Wrong wrong) {
            return Optional.empty();
        }
    }

    /** Whether something is to happen at certain times, and not at once or by hand only. */
    static boolean regular(Fields schedule) {
        return schedule.get("kind") instanceof Text(String kind)
                && !kind.equals("immediately")
                && !kind.equals("on-demand");
    }
}
