package dev.tutti.workspace;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The custom variables of the workspace, with what they were set to before. */
@Component
public final class Variables {

    /** How many changes of each are kept. */
    private static final int MOST_CHANGES = 200;

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final CurrentUser current;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    Variables(
            JdbcClient jdbc,
            TransactionOperations transactions,
            CurrentUser current,
            Audit audit,
            Ids ids,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.current = current;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** What became of a wish. */
    public sealed interface Answer {}

    /** It is stored so. */
    public record Done(Variable variable) implements Answer {}

    /** It is no name, see {@link Variable#isName}. */
    public record BadName() implements Answer {}

    /** There is one of this name. */
    public record Taken() implements Answer {}

    /** The content does not fit the type, or is too long. */
    public record BadContent(Variable.Type type) implements Answer {}

    /** There is none of this name. */
    public record Missing() implements Answer {}

    /** All, by name. */
    public List<Variable> all() {
        return jdbc.sql("select name, type, content, changed_at from workspace_variable where workspace_id = ?"
                        + " order by lower(name), name")
                .param(WorkspaceId.FIRST.value())
                .query((row, _) -> variable(row))
                .list();
    }

    public Optional<Variable> find(String name) {
        return jdbc.sql("select name, type, content, changed_at from workspace_variable where workspace_id = ?"
                        + " and name = ?")
                .params(WorkspaceId.FIRST.value(), name)
                .query((row, _) -> variable(row))
                .optional();
    }

    /** Makes one, for those who may {@link Action#SCENARIO_EDIT}. Name and type stay for ever. */
    public Answer create(String name, Variable.Type type, String content) {
        current.require(Action.SCENARIO_EDIT);
        if (!Variable.isName(name)) {
            return new BadName();
        }
        Optional<String> form = type.read(content);
        if (form.isEmpty()) {
            return new BadContent(type);
        }
        Variable made = new Variable(name, type, form.get(), now());
        try {
            transactions.executeWithoutResult(_ -> {
                long id = ids.next();
                jdbc.sql("insert into workspace_variable (id, workspace_id, name, type, content, changed_at)"
                                + " values (?, ?, ?, ?, ?, ?)")
                        .params(id, WorkspaceId.FIRST.value(), name, type.word(), form.get(), utc(made.changedAt()))
                        .update();
                remember(id, made, current.id().map(UserId::value), Optional.empty());
                audit.record("variable.created", "variable " + name);
            });
        } catch (DuplicateKeyException taken) {
            return new Taken();
        }
        return new Done(made);
    }

    /** Sets one by hand. */
    public Answer set(String name, String content) {
        current.require(Action.SCENARIO_EDIT);
        Answer answer = write(name, content, current.id().map(UserId::value), Optional.empty());
        if (answer instanceof Done) {
            audit.record("variable.changed", "variable " + name);
        }
        return answer;
    }

    /** Sets one in the name of a run. The same content again is no change. */
    public Answer setByRun(String name, String content, String run) {
        return write(name, content, Optional.empty(), Optional.of(Long.parseLong(run)));
    }

    private Answer write(String name, String content, Optional<Long> user, Optional<Long> run) {
        Variable old = find(name).orElse(null);
        if (old == null) {
            return new Missing();
        }
        Optional<String> form = old.type().read(content);
        if (form.isEmpty()) {
            return new BadContent(old.type());
        }
        if (form.get().equals(old.content())) {
            return new Done(old);
        }
        Variable fresh = new Variable(name, old.type(), form.get(), now());
        transactions.executeWithoutResult(_ -> {
            OptionalLong id = id(name);
            if (id.isPresent()) {
                jdbc.sql("update workspace_variable set content = ?, changed_at = ? where id = ?")
                        .params(form.get(), utc(fresh.changedAt()), id.getAsLong())
                        .update();
                remember(id.getAsLong(), fresh, user, run);
            }
        });
        return new Done(fresh);
    }

    /** Takes one away; false if there is none. */
    public boolean delete(String name) {
        current.require(Action.SCENARIO_EDIT);
        return Boolean.TRUE.equals(transactions.execute(_ -> {
            boolean gone = jdbc.sql("delete from workspace_variable where workspace_id = ? and name = ?")
                            .params(WorkspaceId.FIRST.value(), name)
                            .update()
                    > 0;
            if (gone) {
                audit.record("variable.deleted", "variable " + name);
            }
            return gone;
        }));
    }

    /** What it was set to, the latest first; the last 200 changes. */
    public List<VariableChange> history(String name) {
        return jdbc.sql("select c.content, c.changed_at, u.name, c.run_id from workspace_variable_change c"
                        + " join workspace_variable v on v.id = c.variable_id"
                        + " left join users u on u.id = c.user_id"
                        + " where v.workspace_id = ? and v.name = ? order by c.id desc")
                .params(WorkspaceId.FIRST.value(), name)
                .query((row, _) -> new VariableChange(
                        row.getString(1),
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getString(3)),
                        Optional.ofNullable(row.getObject(4, Long.class)).map(String::valueOf)))
                .list();
    }

    private OptionalLong id(String name) {
        return jdbc.sql("select id from workspace_variable where workspace_id = ? and name = ? for update")
                .params(WorkspaceId.FIRST.value(), name)
                .query(Long.class)
                .optional()
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    private void remember(long variable, Variable now, Optional<Long> user, Optional<Long> run) {
        jdbc.sql("insert into workspace_variable_change (id, variable_id, content, changed_at, user_id, run_id)"
                        + " values (:id, :variable, :content, :at, :user, :run)")
                .param("id", ids.next())
                .param("variable", variable)
                .param("content", now.content())
                .param("at", utc(now.changedAt()))
                .param("user", user.orElse(null), Types.BIGINT)
                .param("run", run.orElse(null), Types.BIGINT)
                .update();
        jdbc.sql("delete from workspace_variable_change where variable_id = :variable and id <="
                        + " (select id from workspace_variable_change where variable_id = :variable"
                        + " order by id desc offset " + MOST_CHANGES + " rows fetch next 1 rows only)")
                .param("variable", variable)
                .update();
    }

    private static Variable variable(ResultSet row) throws SQLException {
        return new Variable(
                row.getString(1),
                Variable.Type.of(row.getString(2)).orElse(Variable.Type.TEXT),
                row.getString(3),
                row.getObject(4, OffsetDateTime.class).toInstant());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
