package dev.tutti.run;

/**
 * What one module did in one run.
 *
 * @param millis time spent in the module, all operations together
 * @param status queued, running, ok, warning, error, waiting or skipped
 */
public record ModuleCount(int no, int operations, int ok, int errors, long millis, String status) {}
