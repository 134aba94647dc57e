package dev.tutti.run;

import java.util.List;
import java.util.Optional;

/** A page of the list of incomplete runs; {@code next} is the cursor of the page after it. */
public record IncompletePage(List<Incomplete> items, Optional<IncompleteId> next) {}
