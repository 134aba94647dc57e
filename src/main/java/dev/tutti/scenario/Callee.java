package dev.tutti.scenario;

import java.util.List;

/**
 * A scenario that another one calls, as it would run now.
 *
 * @param runs whether it has a live version and is switched on
 * @param inputs of its live version, or of its draft where it has none
 * @param outputs likewise
 */
record Callee(boolean runs, List<Parameter> inputs, List<Parameter> outputs) {}
