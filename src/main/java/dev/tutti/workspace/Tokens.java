package dev.tutti.workspace;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The tokens by which programs use the API in a person's name. Only their SHA-256 is stored. */
@Component
public final class Tokens {

    /** What our tokens begin with, so that scanners recognise one that was published by mistake. */
    public static final String PREFIX = "tutti_";

    /** How often it is written down that a token is in use. */
    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

    /** A new token with its text, which can be shown this once only. */
    public record Issued(Token token, String text) {

        @Override
        public String toString() {
            return "Issued[" + token + "]";
        }
    }

    private final TokenRows rows;
    private final UserRows users;
    private final Ids ids;
    private final Clock clock;
    private final CurrentUser current;
    private final Audit audit;
    private final TransactionOperations transactions;
    private final SecureRandom random = new SecureRandom();

    Tokens(
            TokenRows rows,
            UserRows users,
            Ids ids,
            Clock clock,
            CurrentUser current,
            Audit audit,
            TransactionOperations transactions) {
        this.rows = rows;
        this.users = users;
        this.ids = ids;
        this.clock = clock;
        this.current = current;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** Makes a token for the current person. */
    public Issued issue(String name) {
        current.require(Action.TOKEN_OWN);
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        String text = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        return new Issued(store(current.get().id(), name, text, text.substring(0, PREFIX.length() + 4)), text);
    }

    /** The current person's tokens, newest first. */
    public List<Token> own() {
        current.require(Action.TOKEN_OWN);
        return rows.findByUserOrderByIdDesc(current.get().id().value()).stream()
                .map(TokenRow::token)
                .toList();
    }

    /** Ends a token of the current person; false if they have no such token. */
    public boolean revoke(TokenId token) {
        current.require(Action.TOKEN_OWN);
        long user = current.get().id().value();
        return Boolean.TRUE.equals(transactions.execute(_ -> {
            Optional<TokenRow> row = rows.findById(token.value()).filter(found -> found.user == user);
            row.ifPresent(found -> {
                rows.delete(found);
                audit.record("token.revoked", "token " + token);
            });
            return row.isPresent();
        }));
    }

    /** Whose token this text is. */
    public Optional<User> owner(String text) {
        Optional<TokenRow> row = rows.findByHash(hash(text));
        row.ifPresent(this::noteUse);
        return row.flatMap(found -> users.findById(found.user)).map(UserRow::user);
    }

    /** Makes this text the one token of that name, in place of an earlier one. */
    void replace(UserId user, String name, String text) {
        transactions.executeWithoutResult(_ -> {
            Optional<TokenRow> same = rows.findByHash(hash(text));
            if (same.isEmpty()) {
                rows.findByUserAndName(user.value(), name).forEach(rows::delete);
                store(user, name, text, "");
            }
        });
    }

    private Token store(UserId user, String name, String text, String beginning) {
        return transactions.execute(_ -> {
            TokenRow row = new TokenRow();
            row.id = ids.next();
            row.workspace = WorkspaceId.FIRST.value();
            row.user = user.value();
            row.name = name;
            row.beginning = beginning;
            row.hash = hash(text);
            row.createdAt = clock.instant();
            rows.save(row);
            audit.record("token.issued", "token " + row.id + " of user " + user);
            return row.token();
        });
    }

    private void noteUse(TokenRow row) {
        Instant now = clock.instant();
        if (row.lastUsedAt == null || row.lastUsedAt.plus(USE_NOTED_EVERY).isBefore(now)) {
            rows.noteUse(row.id, now);
        }
    }

    /** The text is random enough that a plain hash cannot be turned back. */
    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
