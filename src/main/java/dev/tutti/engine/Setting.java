package dev.tutti.engine;

/**
 * All that the parts of one walk share.
 *
 * @param revision what people changed before
 */
record Setting(
        Plan plan,
        Journal journal,
        Modules modules,
        Surroundings surroundings,
        Course course,
        Bindings scope,
        Texts texts,
        Variables variables,
        Transactions transactions,
        Revision revision) {

    static Setting of(Plan plan, Journal journal, Modules modules, Surroundings surroundings, Course course) {
        Texts texts = new Texts(plan.locale(), plan.zone());
        return new Setting(
                plan,
                journal,
                modules,
                surroundings,
                course,
                new Bindings(plan, journal, surroundings),
                texts,
                new Variables(),
                new Transactions(plan.policy().autoCommit(), journal, texts),
                Revision.of(journal));
    }

    /** Nobody looks on while the walk only goes to where it begins. */
    Watcher watcher() {
        return course.reached() ? surroundings.watcher() : Watcher.NONE;
    }

    /** The same for every repetition of a call, another for a call that a person changed. */
    String key(StepPath at) {
        String mine = surroundings.run().runId();
        return revision.happened() ? mine + ":" + at + "~" + revision.times() : course.runId(at, mine) + ":" + at;
    }
}
