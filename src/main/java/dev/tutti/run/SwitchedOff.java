package dev.tutti.run;

import dev.tutti.value.Message;
import java.time.Instant;

/** That Tutti itself has switched a scenario off, and why. */
public record SwitchedOff(Message why, Instant at) {}
