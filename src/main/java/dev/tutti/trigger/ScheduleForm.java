package dev.tutti.trigger;

import dev.tutti.scenario.ScheduleCheck;
import dev.tutti.value.Fields;
import dev.tutti.value.Message;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells the checks of drafts what is wrong with a schedule. */
@Component
final class ScheduleForm implements ScheduleCheck {

    @Override
    public Optional<Message> wrong(Fields schedule, ZoneId zone) {
        try {
            ScheduleReader.read(schedule, zone);
            return Optional.empty();
        } catch (ScheduleReader.Wrong wrong) {
            return Optional.of(wrong.message);
        }
    }
}
