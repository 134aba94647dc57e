package dev.tutti.run;

import java.sql.Connection;
import java.sql.SQLException;

/** Gives runs that a process can no longer execute to db-scheduler. */
final class Release {

    private static final String ALARM =
            "insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
                    + " select 'run', cast(id as varchar(20)), current_timestamp, false, 1 from run where ";
    private static final String FREE = "update run set owner = null, status = 0, attempts = attempts + 1 where ";

    private Release() {}

    /** Takes the alarm of a run away that has ended, unless it is ringing. */
    static void forget(Connection connection, long run) throws SQLException {
        Sql.update(
                connection,
                "delete from scheduled_tasks where task_name = 'run' and task_instance = cast(? as varchar(20))"
                        + " and not picked",
                run);
    }

    /** Keys of long ago, which nobody uses a second time. */
    static void oldKeys(Connection connection) throws SQLException {
        Sql.update(connection, "delete from run_dedup where used_at < current_timestamp - interval '7' day");
    }

    /** Runs that nobody executes and no alarm will wake: there must be none, but a run must never wait for ever. */
    static int orphans(Connection connection) throws SQLException {
        return Sql.update(
                connection,
                ALARM
                        + "owner is null and ended_at is null and status <> 3 and not exists (select 1 from scheduled_tasks"
                        + " where task_name = 'run' and task_instance = cast(run.id as varchar(20)))"
                        + " on conflict do nothing");
    }

    /** All runs of a node whose epoch was raised before. */
    static int all(Connection connection, long node) throws SQLException {
        String which = "owner = ? and ended_at is null";
        Sql.update(connection, ALARM + which + " on conflict do nothing", node);
        return Sql.update(connection, FREE + which, node);
    }

    /** One run that its own node does not know. */
    static int one(Connection connection, long node, long run) throws SQLException {
        String which = "id = ? and owner = ? and ended_at is null";
        Sql.update(connection, ALARM + which + " on conflict do nothing", run, node);
        return Sql.update(connection, FREE + which, run, node);
    }
}
