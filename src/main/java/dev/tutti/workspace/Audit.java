package dev.tutti.workspace;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What was done, by whom and when: rows that are only ever added. Each carries the SHA-256 of itself and of the one
 * before, so that a row that was altered, removed or moved shows.
 */
@Component
public final class Audit {

    private static final int LONGEST_SUBJECT = 500;

    /** One thing that was done. Without a user it was Tutti itself, or somebody who was not signed in. */
    public record Row(long number, Instant at, Optional<UserId> user, String what, String subject) {}

    private record Head(long number, String hash) {}

    private record Sealed(Row row, String hash) {}

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final CurrentUser current;
    private final Clock clock;

    Audit(JdbcClient jdbc, TransactionOperations transactions, CurrentUser current, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.current = current;
        this.clock = clock;
    }

    /**
     * Writes down that the current user (or Tutti itself) did this, in the running transaction if there is one.
     *
     * @param what a past-tense name such as {@code connection.created}
     * @param subject what it was done to, such as {@code connection 123}; never a secret
     */
    public void record(String what, String subject) {
        String shown = subject.length() > LONGEST_SUBJECT ? subject.substring(0, LONGEST_SUBJECT) : subject;
        transactions.executeWithoutResult(_ -> append(what, shown));
    }

    /** The latest rows, newest first; for those who may {@link Action#AUDIT_READ}. */
    public List<Row> latest(int most) {
        current.require(Action.AUDIT_READ);
        return jdbc.sql("select * from audit where workspace_id = ? order by number desc limit ?")
                .params(WorkspaceId.FIRST.value(), most)
                .query((row, _) -> sealed(row).row())
                .list();
    }

    /** The number of the first row that is not as it was written; empty if the whole chain holds. */
    public OptionalLong firstBroken() {
        String previous = "";
        long expected = 1;
        List<Sealed> rows = jdbc.sql("select * from audit where workspace_id = ? order by number")
                .param(WorkspaceId.FIRST.value())
                .query((row, _) -> sealed(row))
                .list();
        for (Sealed sealed : rows) {
            if (sealed.row().number() != expected || !sealed.hash().equals(hash(previous, sealed.row()))) {
                return OptionalLong.of(expected);
            }
            previous = sealed.hash();
            expected++;
        }
        Head head = head("");
        return head.number() == expected - 1 && head.hash().equals(previous)
                ? OptionalLong.empty()
                : OptionalLong.of(expected);
    }

    private void append(String what, String subject) {
        Head head = head(" for update");
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Row row = new Row(head.number() + 1, now, current.id(), what, subject);
        String hash = hash(head.hash(), row);
        jdbc.sql("insert into audit (workspace_id, number, happened_at, user_id, what, subject, hash)"
                        + " values (:workspace, :number, :at, :user, :what, :subject, :hash)")
                .param("workspace", WorkspaceId.FIRST.value())
                .param("number", row.number())
                .param("at", now.atOffset(ZoneOffset.UTC))
                .param("user", row.user().map(UserId::value).orElse(null), Types.BIGINT)
                .param("what", what)
                .param("subject", subject)
                .param("hash", hash)
                .update();
        jdbc.sql("update audit_head set number = ?, hash = ? where workspace_id = ?")
                .params(row.number(), hash, WorkspaceId.FIRST.value())
                .update();
    }

    private Head head(String lock) {
        return jdbc.sql("select number, hash from audit_head where workspace_id = ?" + lock)
                .param(WorkspaceId.FIRST.value())
                .query((row, _) -> new Head(row.getLong("number"), row.getString("hash")))
                .single();
    }

    private static Sealed sealed(java.sql.ResultSet row) throws java.sql.SQLException {
        @Nullable Long user = row.getObject("user_id", Long.class);
        return new Sealed(
                new Row(
                        row.getLong("number"),
                        row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(user).map(UserId::new),
                        row.getString("what"),
                        row.getString("subject")),
                row.getString("hash"));
    }

    private static String hash(String previous, Row row) {
        String user = row.user().map(UserId::toString).orElse("-");
        String text = String.join("\n", previous, "" + row.number(), "" + row.at(), user, row.what(), row.subject());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
