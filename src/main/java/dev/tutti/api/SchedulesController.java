package dev.tutti.api;

import dev.tutti.trigger.Schedules;
import dev.tutti.value.Fields;
import dev.tutti.value.Message;
import dev.tutti.workspace.Action;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a schedule that is being filled in would come to. */
@RestController
@RequestMapping("/api/v1/schedules")
class SchedulesController {

    private static final int MOST = 100;
    private static final String DEFAULT_ZONE =
            dev.tutti.scenario.Settings.DEFAULT.timeZone().getId();

    private final Schedules schedules;
    private final Clock clock;

    SchedulesController(Schedules schedules, Clock clock) {
        this.schedules = schedules;
        this.clock = clock;
    }

    record Question(
            @Nullable Fields schedule,
            @Nullable String timeZone,
            @Nullable Integer count) {}

    record Answer(List<Instant> times, String zone) {}

    /** The next times a schedule would start its scenario: five, or as many as asked for. */
    @PostMapping("/next")
    @Allowed(Action.SCENARIO_READ)
    Answer next(@RequestBody Question question) {
        ZoneId zone = zone(question.timeZone());
        Fields schedule = question.schedule() == null ? Fields.EMPTY : question.schedule();
        Optional<Message> wrong = schedules.wrong(schedule, zone);
        if (wrong.isPresent()) {
            throw Problem.field(
                    "schedule", wrong.get().key(), wrong.get().arguments().toArray());
        }
        int count = question.count() == null ? 5 : Math.clamp(question.count(), 1, MOST);
        return new Answer(schedules.next(schedule, zone, clock.instant(), count), zone.getId());
    }

    private static ZoneId zone(@Nullable String name) {
        try {
            return ZoneId.of(name == null || name.isBlank() ? DEFAULT_ZONE : name);
        } catch (DateTimeException unknown) {
            throw Problem.field("timeZone", "problem.time-zone.detail", String.valueOf(name));
        }
    }
}
