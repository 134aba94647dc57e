package dev.tutti.scenario;

import java.util.List;
import java.util.Optional;

/** A page of the list; {@code next} is where the following page begins. */
public record ScenarioPage(List<ScenarioSummary> items, Optional<String> next) {}
