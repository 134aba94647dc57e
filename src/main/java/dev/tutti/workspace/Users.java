package dev.tutti.workspace;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The people of the workspace. Adding and removing them is for those who may {@link Action#USER_EDIT}. */
@Component
public final class Users {

    /** What became of a wish to add somebody, or to change a password. */
    public sealed interface Result {
        record Done(User user) implements Result {}

        /** One field is wrong; {@code message} is a key of the texts, such as {@code workspace.password.short}. */
        record Invalid(String field, String message) implements Result {}
    }

    private final UserRows rows;
    private final Ids ids;
    private final Clock clock;
    private final PasswordEncoder passwords;
    private final TransactionOperations transactions;
    private final CurrentUser current;
    private final Audit audit;

    Users(
            UserRows rows,
            Ids ids,
            Clock clock,
            PasswordEncoder passwords,
            TransactionOperations transactions,
            CurrentUser current,
            Audit audit) {
        this.rows = rows;
        this.ids = ids;
        this.clock = clock;
        this.passwords = passwords;
        this.transactions = transactions;
        this.current = current;
        this.audit = audit;
    }

    /** Whether there is anybody at all. */
    public boolean any() {
        return rows.count() > 0;
    }

    public Optional<User> find(UserId id) {
        return rows.findById(id.value()).map(UserRow::user);
    }

    /** Everybody, by name. */
    public List<User> all() {
        return rows.findAllByOrderByName().stream().map(UserRow::user).toList();
    }

    /** Adds somebody. */
    public Result add(NewUser wanted) {
        current.require(Action.USER_EDIT);
        return create(wanted);
    }

    /** Removes somebody with their tokens; false if there is no such person, or it is the last owner. */
    public boolean remove(UserId id) {
        current.require(Action.USER_EDIT);
        return Boolean.TRUE.equals(transactions.execute(_ -> {
            UserRow row = rows.findById(id.value()).orElse(null);
            if (row == null || (row.role == Role.OWNER && rows.countByRole(Role.OWNER) == 1)) {
                return false;
            }
            rows.deleteById(row.id);
            audit.record("user.removed", "user " + id);
            return true;
        }));
    }

    /** Stores how the current person wants to see Tutti, and answers them as they are now. */
    public User prefer(Preferences preferences) {
        current.require(Action.PROFILE_OWN);
        return change(current.get().id(), row -> row.prefer(preferences));
    }

    /** Gives the current person a new password, if they know the old one. */
    public Result changePassword(String old, String wanted) {
        current.require(Action.PROFILE_OWN);
        UserRow row = rows.findById(current.get().id().value()).orElseThrow(NotSignedIn::new);
        if (!passwords.matches(old, row.passwordHash)) {
            return new Result.Invalid("old", "workspace.password.wrong");
        }
        Optional<String> wrong = NewUser.passwordProblem(wanted);
        if (wrong.isPresent()) {
            return new Result.Invalid("password", wrong.get());
        }
        String hash = passwords.encode(wanted);
        User user = change(new UserId(row.id), changed -> changed.passwordHash = hash);
        audit.record("user.password-changed", "user " + user.id());
        return new Result.Done(user);
    }

    Result create(NewUser wanted) {
        Optional<Result.Invalid> wrong = wanted.problem();
        if (wrong.isPresent()) {
            return wrong.get();
        }
        String hash = passwords.encode(wanted.password());
        return transactions.execute(_ -> {
            if (rows.findByEmailKey(key(wanted.email())).isPresent()) {
                return new Result.Invalid("email", "workspace.email.taken");
            }
            UserRow row = new UserRow();
            row.id = ids.next();
            row.workspace = WorkspaceId.FIRST.value();
            row.name = wanted.name().isBlank()
                    ? beforeAt(wanted.email().strip())
                    : wanted.name().strip();
            row.email = wanted.email().strip();
            row.emailKey = key(wanted.email());
            row.passwordHash = hash;
            row.role = wanted.role();
            row.prefer(wanted.preferences());
            row.createdAt = clock.instant();
            rows.save(row);
            audit.record("user.created", "user " + row.id + " " + row.role);
            return new Result.Done(row.user());
        });
    }

    Optional<UserRow> row(String email) {
        return rows.findByEmailKey(key(email));
    }

    /** The owner who was there first. */
    Optional<User> firstOwner() {
        return rows.findFirstByRoleOrderById(Role.OWNER).map(UserRow::user);
    }

    private User change(UserId id, Consumer<UserRow> change) {
        return transactions.execute(_ -> {
            UserRow row = rows.findById(id.value()).orElseThrow(NotSignedIn::new);
            change.accept(row);
            return rows.save(row).user();
        });
    }

    /** Who gave no name is called by the first half of the address. */
    private static String beforeAt(String email) {
        int at = email.indexOf('@');
        return at > 0 ? email.substring(0, at) : email;
    }

    private static String key(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}
