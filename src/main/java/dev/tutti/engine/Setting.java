package dev.tutti.engine;

/** All that the parts of one walk share. */
record Setting(Plan plan, Journal journal, Modules modules, Surroundings surroundings, Bindings scope, Texts texts) {
    static Setting of(Plan plan, Journal journal, Modules modules, Surroundings surroundings) {
        return new Setting(
                plan,
                journal,
                modules,
                surroundings,
                new Bindings(plan, journal, surroundings),
                new Texts(plan.locale(), plan.zone()));
    }
}
