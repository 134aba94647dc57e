package dev.tutti.engine;

/**
 * Something opened by a module in which several operations may happen before they count, such as a connection to a
 * database. A failure to commit or to roll back is thrown and ends the run as an InconsistencyError.
 */
public interface Transaction extends AutoCloseable {
    /** What was done since the last commit or rollback counts. */
    void commit();

    /** It does not. */
    void rollback();

    @Override
    void close();
}
