package dev.tutti.run;

import dev.tutti.scenario.ScenarioId;
import dev.tutti.value.Message;

/** Tutti itself has switched a scenario off: after errors in a row, or because it can keep no more incomplete runs. */
public record ScenarioSwitchedOff(ScenarioId scenario, Message why) {}
