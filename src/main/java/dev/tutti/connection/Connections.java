package dev.tutti.connection;

import dev.tutti.workspace.Action;
import dev.tutti.workspace.Audit;
import dev.tutti.workspace.CurrentUser;
import dev.tutti.workspace.Ids;
import dev.tutti.workspace.WorkspaceId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Credentials that people stored for their scenarios, encrypted with a key outside the database. Changing them is for
 * those who may {@link Action#CONNECTION_EDIT}; opening them is for modules in a run.
 */
@Component
public final class Connections {

    private static final TypeReference<Map<String, String>> FIELDS = new TypeReference<>() {};
    private static final int LONGEST_NAME = 200;

    /** What became of a wish to store. */
    public sealed interface Storage {
        record Stored(Connection connection) implements Storage {}

        /** One field is wrong; {@code message} is a key of the texts, such as {@code connection.field.missing}. */
        record Invalid(String field, String message) implements Storage {}

        record Unknown() implements Storage {}
    }

    /** What became of a wish to delete. */
    public sealed interface Deletion {
        record Deleted() implements Deletion {}

        record Unknown() implements Deletion {}

        /** It stays, because these scenarios need it. */
        record InUse(List<ConnectionUses.Use> uses) implements Deletion {}
    }

    private final ConnectionRows rows;
    private final TokenStore tokens;
    private final ObjectProvider<ConnectionUses> users;
    private final Vault vault;
    private final Ids ids;
    private final Clock clock;
    private final CurrentUser current;
    private final Audit audit;
    private final TransactionOperations transactions;
    private final JsonMapper json = JsonMapper.builder().build();

    Connections(
            ConnectionRows rows,
            TokenStore tokens,
            ObjectProvider<ConnectionUses> users,
            Vault vault,
            Ids ids,
            Clock clock,
            CurrentUser current,
            Audit audit,
            TransactionOperations transactions) {
        this.rows = rows;
        this.tokens = tokens;
        this.users = users;
        this.vault = vault;
        this.ids = ids;
        this.clock = clock;
        this.current = current;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** All of them, by name. */
    public List<Connection> all() {
        return rows.findAllByOrderByName().stream().map(this::connection).toList();
    }

    public Optional<Connection> find(ConnectionId id) {
        return rows.findById(id.value()).map(this::connection);
    }

    /** What the connection holds, for a module that is about to use it. Not for any view or answer. */
    public Optional<Credentials> open(ConnectionId id) {
        return rows.findById(id.value()).map(row -> {
            try {
                return CredentialFields.read(type(row), secret(row));
            } catch (CredentialFields.Wrong impossible) {
                throw new IllegalStateException(impossible);
            }
        });
    }

    /**
     * Stores a new connection from the fields of a form: {@code place name value}, {@code user password}, {@code token},
     * {@code host port security user password from}, {@code value encoding} or {@code grant authorizeUrl tokenUrl
     * clientId secret scope clientAuth}.
     */
    public Storage create(String name, ConnectionType type, Map<String, String> fields) {
        current.require(Action.CONNECTION_EDIT);
        ConnectionRow row = new ConnectionRow();
        row.id = ids.next();
        row.workspace = WorkspaceId.FIRST.value();
        row.type = type.code();
        row.createdAt = clock.instant();
        return store(row, name, fields, "connection.created");
    }

    /** Changes name and fields. Secrets that are not given stay as they are, unless the server is another one. */
    public Storage change(ConnectionId id, String name, Map<String, String> fields) {
        current.require(Action.CONNECTION_EDIT);
        ConnectionRow row = rows.findById(id.value()).orElse(null);
        if (row == null) {
            return new Storage.Unknown();
        }
        return store(row, name, CredentialFields.merged(secret(row), fields), "connection.changed");
    }

    /** Deletes it, unless a scenario uses it. */
    public Deletion delete(ConnectionId id) {
        current.require(Action.CONNECTION_EDIT);
        ConnectionRow row = rows.findById(id.value()).orElse(null);
        if (row == null) {
            return new Deletion.Unknown();
        }
        List<ConnectionUses.Use> uses = uses(id);
        if (!uses.isEmpty()) {
            return new Deletion.InUse(uses);
        }
        transactions.executeWithoutResult(_ -> {
            rows.delete(row);
            audit.record("connection.deleted", "connection " + id + " " + row.name);
        });
        return new Deletion.Deleted();
    }

    /** The scenarios that use it. */
    public List<ConnectionUses.Use> uses(ConnectionId id) {
        return users.orderedStream().flatMap(user -> user.of(id).stream()).toList();
    }

    void checked(ConnectionId id, boolean working) {
        rows.findById(id.value()).ifPresent(row -> {
            row.status = working ? Connection.Status.WORKING : Connection.Status.FAILING;
            row.checkedAt = clock.instant();
            rows.save(row);
        });
    }

    private Storage store(ConnectionRow row, String name, Map<String, String> fields, String what) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            return new Storage.Invalid("name", "connection.name.invalid");
        }
        Credentials credentials;
        try {
            credentials = CredentialFields.read(type(row), fields);
        } catch (CredentialFields.Wrong wrong) {
            return new Storage.Invalid(wrong.field, wrong.key);
        }
        row.name = name.strip();
        row.shown = json.writeValueAsString(CredentialFields.shown(credentials));
        row.secret = vault.encrypt(json.writeValueAsBytes(CredentialFields.write(credentials)), context(row));
        row.status = Connection.Status.UNCHECKED;
        row.checkedAt = null;
        row.changedAt = clock.instant();
        return transactions.execute(_ -> {
            rows.save(row);
            tokens.forget(new ConnectionId(row.id));
            audit.record(what, "connection " + row.id + " " + row.name);
            return new Storage.Stored(connection(row));
        });
    }

    private Connection connection(ConnectionRow row) {
        return new Connection(
                new ConnectionId(row.id),
                row.name,
                type(row),
                json.readValue(row.shown, FIELDS),
                row.status,
                row.createdAt,
                row.changedAt,
                Optional.ofNullable(row.checkedAt));
    }

    private Map<String, String> secret(ConnectionRow row) {
        return json.readValue(vault.decrypt(row.secret, context(row)), FIELDS);
    }

    private static ConnectionType type(ConnectionRow row) {
        return ConnectionType.of(row.type).orElseThrow(() -> new IllegalStateException(row.type));
    }

    private static String context(ConnectionRow row) {
        return "connection|" + row.id;
    }
}
