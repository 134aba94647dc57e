package dev.tutti.builtin.datastore;

import dev.tutti.datastore.StoreSession;
import dev.tutti.datastore.StoreSessions;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Transaction;

/** What a run does with data stores: it counts when the engine commits it. */
record StoreTransaction(StoreSession session) implements Transaction {

    private static final String KEY = "datastore";

    /** The session that the calls of a run share. */
    static StoreSession of(Invocation invocation, StoreSessions sessions) {
        return invocation
                .transaction(KEY, () -> new StoreTransaction(sessions.open()))
                .session();
    }

    @Override
    public void commit() {
        session.commit();
    }

    @Override
    public void rollback() {
        session.rollback();
    }

    @Override
    public void close() {
        session.rollback();
    }
}
