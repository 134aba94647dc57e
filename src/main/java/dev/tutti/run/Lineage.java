package dev.tutti.run;

import dev.tutti.engine.Journal;
import dev.tutti.engine.Overlay;
import dev.tutti.engine.Plan;
import dev.tutti.engine.StepPath;
import dev.tutti.value.CodecReader;
import dev.tutti.value.CodecWriter;
import dev.tutti.value.Fields;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a run takes what was done before it from.
 *
 * @param base the run whose bundle it goes on with, or that it repeats from a module on
 * @param path the call at which the bundle was put aside
 * @param module the module from which the run is repeated
 * @param outputs what modules before that one are taken to have given out
 */
record Lineage(long base, @Nullable StepPath path, @Nullable Integer module, Map<Integer, Fields> outputs) {

    /** Notes it for a run. */
    void note(Connection connection, long run) throws SQLException {
        Sql.execute(
                connection,
                "insert into run_origin (run_id, base_id, base_path, base_module, outputs) values (?, ?, ?, ?, ?)",
                run,
                base,
                path == null ? null : path.toString(),
                module,
                outputs.isEmpty() ? null : write());
    }

    static Optional<Lineage> of(Reading reading, long run) {
        return reading
                .query("select * from run_origin where run_id = ?", List.of(run), row -> {
                    String path = row.getString("base_path");
                    return new Lineage(
                            row.getLong("base_id"),
                            path == null ? null : StepPath.parse(path),
                            row.getObject("base_module", Integer.class),
                            read(row.getBytes("outputs")));
                })
                .stream()
                .findFirst();
    }

    private byte[] write() {
        CodecWriter out = new CodecWriter().writeLong(outputs.size());
        outputs.forEach((no, bundle) -> out.writeLong(no).write(bundle));
        return Packing.pack(out.toByteArray());
    }

    private static Map<Integer, Fields> read(byte @Nullable [] packed) {
        Map<Integer, Fields> outputs = new HashMap<>();
        if (packed != null) {
            CodecReader in = new CodecReader(Packing.unpack(packed));
            for (long left = in.readLong(); left > 0; left--) {
                outputs.put((int) in.readLong(), (Fields) in.read());
            }
        }
        return outputs;
    }

    /** What the run walks over where it repeats another: before the module that one, from there on its own. */
    Journal over(Plan plan, Journal old, Journal own) {
        return module == null
                ? own
                : new Overlay(
                        plan,
                        old,
                        own,
                        module,
                        outputs.entrySet().stream()
                                .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue()))));
    }
}
