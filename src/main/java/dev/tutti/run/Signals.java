package dev.tutti.run;

import dev.tutti.engine.Entry;
import dev.tutti.engine.StepPath;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * What a run that waits is told: the answer of a scenario that it called. It is durable in the commit that ended that
 * one, so that neither is ever without the other.
 */
final class Signals {

    private static final String WAKE = "update scheduled_tasks set execution_time = current_timestamp"
            + " where task_name = 'run' and not picked and ";

    private Signals() {}

    /** Answers a call of a run and wakes it, unless it is over. */
    static void tell(Connection connection, long run, StepPath at, Entry answer) throws SQLException {
        ChunkWriter chunk = new ChunkWriter(true);
        chunk.add(at, answer);
        // Both sides lock the row, so that one of them sees what the other did.
        if (!Sql.any(connection, "select id from run where id = ? and ended_at is null for update", run)) {
            return;
        }
        Sql.execute(
                connection,
                "insert into run_signal (run_id, path, answer) values (?, ?, ?) on conflict do nothing",
                run,
                at.toString(),
                chunk.take());
        wake(connection, run);
    }

    /** Lets a run's alarm ring now. */
    static void wake(Connection connection, long run) throws SQLException {
        Sql.execute(connection, WAKE + "task_instance = ?", Long.toString(run));
    }

    /** A run that begins to wait while its answer is there already is woken at once. */
    static void wakeIfTold(Connection connection, long run) throws SQLException {
        if (Sql.any(connection, "select run_id from run_signal where run_id = ?", run)) {
            wake(connection, run);
        }
    }

    static List<ChunkReader.Line> of(Reading reading, long run) {
        return reading
                .query(
                        "select answer from run_signal where run_id = ?",
                        List.of(run),
                        row -> ChunkReader.all(row.getBytes(1)))
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    static void heard(Connection connection, long run, StepPath at) throws SQLException {
        Sql.execute(connection, "delete from run_signal where run_id = ? and path = ?", run, at.toString());
    }

    static void forget(Connection connection, long run) throws SQLException {
        Sql.update(connection, "delete from run_signal where run_id = ?", run);
    }

    /** An alarm that was being set while the answer came missed it. */
    static int overheard(Connection connection) throws SQLException {
        return Sql.update(
                connection,
                WAKE
                        + "execution_time > current_timestamp and task_instance in"
                        + " (select cast(run_id as varchar(20)) from run_signal)");
    }
}
