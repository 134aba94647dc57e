package dev.tutti.run;

import java.util.List;
import java.util.Optional;

/** A page of the list of runs; {@code next} is the cursor of the page after it. */
public record RunPage(List<Run> items, Optional<RunId> next) {}
