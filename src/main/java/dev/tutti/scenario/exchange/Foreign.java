package dev.tutti.scenario.exchange;

import dev.tutti.value.Value;
import java.util.Locale;
import java.util.Optional;

/** One format of other products. */
public interface Foreign {

    /** What the file means; empty where it is of another format. Opens nothing and runs nothing. */
    Optional<Reading> read(Value file, Locale locale);
}
