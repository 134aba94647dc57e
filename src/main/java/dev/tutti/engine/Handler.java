package dev.tutti.engine;

/**
 * What to do when a module of a guarded chain fails. The route sees the error as fields of the failed module:
 * {@code {{n.error.message}}}, {@code {{n.error.type}}}, {@code {{n.error.detail}}}. A failure inside the route ends
 * the run. Where no bundle reaches the end of the route, the failure is ignored.
 */
public record Handler(Chain route, Directive then) {}
