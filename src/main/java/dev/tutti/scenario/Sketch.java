package dev.tutti.scenario;

/**
 * What edits work on.
 *
 * @param name of the scenario
 * @param next the number the next new module gets; it only grows, so that no number is ever given twice
 */
record Sketch(String name, Blueprint blueprint, int next) {

    static Sketch of(String name, Blueprint blueprint) {
        return new Sketch(name, blueprint, blueprint.highestNumber() + 1);
    }

    Sketch with(Blueprint changed) {
        return new Sketch(name, changed, Math.max(next, changed.highestNumber() + 1));
    }

    Sketch with(String changedName) {
        return new Sketch(changedName, blueprint, next);
    }
}
