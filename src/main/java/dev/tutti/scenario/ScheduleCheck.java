package dev.tutti.scenario;

import dev.tutti.value.Fields;
import dev.tutti.value.Message;
import java.time.ZoneId;
import java.util.Optional;

/** Says what is wrong with a schedule. Offered by whoever runs schedules. */
public interface ScheduleCheck {

    /**
     * Empty where it is one.
     *
     * @param schedule the value of the field {@code schedule} of {@code schedule:clock}
     */
    Optional<Message> wrong(Fields schedule, ZoneId zone);
}
