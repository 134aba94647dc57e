package dev.tutti.run;

import dev.tutti.engine.StepPath;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a run takes what was done before it from.
 *
 * @param base the run whose bundle it goes on with, or that it repeats from a module on
 * @param path the call at which the bundle was put aside
 * @param module the module from which the run is repeated
 */
record Lineage(long base, @Nullable StepPath path, @Nullable Integer module) {

    /** Notes it for a run. */
    void note(Connection connection, long run) throws SQLException {
        Sql.execute(
                connection,
                "insert into run_origin (run_id, base_id, base_path, base_module) values (?, ?, ?, ?)",
                run,
                base,
                path == null ? null : path.toString(),
                module);
    }

    static Optional<Lineage> of(Reading reading, long run) {
        return reading
                .query("select * from run_origin where run_id = ?", List.of(run), row -> {
                    String path = row.getString("base_path");
                    return new Lineage(
                            row.getLong("base_id"),
                            path == null ? null : StepPath.parse(path),
                            row.getObject("base_module", Integer.class));
                })
                .stream()
                .findFirst();
    }
}
