package dev.tutti.datastore;

import dev.tutti.value.Json;
import dev.tutti.value.Structure;
import dev.tutti.value.StructureJson;
import dev.tutti.workspace.Action;
import dev.tutti.workspace.Audit;
import dev.tutti.workspace.CurrentUser;
import dev.tutti.workspace.Ids;
import dev.tutti.workspace.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The data structures of the workspace: what records of one kind look like, for stores, modules and webhooks. */
@Component
@Transactional
public class Structures {

    public static final int MAX_NAME = 120;

    private static final String SELECT = """
            select s.id, s.name, s.content, s.created_at, s.changed_at,
                (select count(*) from data_store d where d.structure_id = s.id) as stores
            from data_structure s where s.workspace_id = :workspace %s order by lower(s.name), s.id
            """;

    /** What became of a wish to delete. */
    public enum Deletion {
        DELETED,
        UNKNOWN,
        /** It stays: data stores have it. */
        IN_USE
    }

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;
    private final CurrentUser current;
    private final Audit audit;

    Structures(JdbcClient jdbc, Ids ids, Clock clock, CurrentUser current, Audit audit) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
        this.current = current;
        this.audit = audit;
    }

    /** All of them, by name. */
    @Transactional(readOnly = true)
    public List<StoredStructure> all() {
        return jdbc.sql(SELECT.formatted(""))
                .param("workspace", WorkspaceId.FIRST.value())
                .query(Structures::stored)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<StoredStructure> find(StructureId id) {
        return jdbc.sql(SELECT.formatted("and s.id = :id"))
                .param("workspace", WorkspaceId.FIRST.value())
                .param("id", id.value())
                .query(Structures::stored)
                .optional();
    }

    /** The name is between 1 and {@link #MAX_NAME} characters. */
    public StoredStructure create(String name, Structure structure) {
        current.require(Action.DATASTORE_EDIT);
        StructureId id = new StructureId(ids.next());
        jdbc.sql("insert into data_structure (id, workspace_id, name, content, created_at, changed_at) "
                        + "values (:id, :workspace, :name, :content, :now, :now)")
                .param("id", id.value())
                .param("workspace", WorkspaceId.FIRST.value())
                .param("name", checked(name))
                .param("content", Json.write(StructureJson.write(structure)))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        audit.record("structure.created", "structure " + id);
        return find(id).orElseThrow();
    }

    /** Records that are stored already stay as they are. Empty if there is no such structure. */
    public Optional<StoredStructure> change(StructureId id, String name, Structure structure) {
        current.require(Action.DATASTORE_EDIT);
        int changed = jdbc.sql("update data_structure set name = :name, content = :content, changed_at = :now "
                        + "where id = :id and workspace_id = :workspace")
                .param("name", checked(name))
                .param("content", Json.write(StructureJson.write(structure)))
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id.value())
                .param("workspace", WorkspaceId.FIRST.value())
                .update();
        if (changed > 0) {
            audit.record("structure.changed", "structure " + id);
        }
        return find(id);
    }

    public Deletion delete(StructureId id) {
        current.require(Action.DATASTORE_EDIT);
        Optional<StoredStructure> there = find(id);
        if (there.isEmpty()) {
            return Deletion.UNKNOWN;
        }
        if (there.get().stores() > 0) {
            return Deletion.IN_USE;
        }
        jdbc.sql("delete from data_structure where id = :id")
                .param("id", id.value())
                .update();
        audit.record("structure.deleted", "structure " + id);
        return Deletion.DELETED;
    }

    private static StoredStructure stored(ResultSet row, int number) throws SQLException {
        return new StoredStructure(
                new StructureId(row.getLong("id")),
                row.getString("name"),
                StoreWork.structure(row.getString("content")).orElse(Structure.EMPTY),
                row.getLong("stores"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("changed_at").toInstant());
    }

    private static String checked(String name) {
        String trimmed = name.strip();
        if (trimmed.isEmpty() || trimmed.length() > MAX_NAME) {
            throw new IllegalArgumentException("The name must have between 1 and " + MAX_NAME + " characters");
        }
        return trimmed;
    }
}
