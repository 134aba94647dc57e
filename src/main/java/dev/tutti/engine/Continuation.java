package dev.tutti.engine;

import java.util.Optional;

/** The journal of a run that goes on with what another put aside, of whose journal it sees what was before that. */
final class Continuation implements Journal {
    private final Journal base;
    private final Journal own;
    private boolean reached;

    Continuation(Journal base, Journal own) {
        this.base = base;
        this.own = own;
    }

    /** From here on, what the other run did is no answer. */
    void reach() {
        reached = true;
    }

    @Override
    public Optional<Entry> recall(StepPath at) {
        Optional<Entry> mine = own.recall(at);
        return mine.isPresent() || reached ? mine : base.recall(at);
    }

    @Override
    public void append(StepPath at, Entry entry) {
        own.append(at, entry);
    }

    @Override
    public void barrier() {
        own.barrier();
    }
}
