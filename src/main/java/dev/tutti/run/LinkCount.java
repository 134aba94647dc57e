package dev.tutti.run;

/** How many bundles a link's filter let pass and held back in one run. */
public record LinkCount(int from, int to, int passed, int rejected) {}
