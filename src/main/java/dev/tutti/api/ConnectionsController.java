package dev.tutti.api;

import dev.tutti.connection.Connection;
import dev.tutti.connection.ConnectionId;
import dev.tutti.connection.ConnectionType;
import dev.tutti.connection.ConnectionUses;
import dev.tutti.connection.Connections;
import dev.tutti.connection.Trial;
import dev.tutti.connection.Trials;
import dev.tutti.workspace.Action;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Stored credentials. What is secret goes in and never comes out. */
@RestController
@RequestMapping("/api/v1/connections")
class ConnectionsController {

    record ConnectionView(
            String id,
            String name,
            String type,
            String status,
            Map<String, String> fields,
            List<ConnectionUses.Use> usedBy,
            Instant createdAt,
            Instant changedAt,
            @Nullable Instant checkedAt) {}

    record NewConnection(
            String name, @Nullable String type, @Nullable Map<String, String> fields) {}

    record Attempt(@Nullable String url) {}

    private final Connections connections;
    private final Trials trials;

    ConnectionsController(Connections connections, Trials trials) {
        this.connections = connections;
        this.trials = trials;
    }

    @GetMapping
    @Allowed(Action.CONNECTION_READ)
    Items<ConnectionView> list() {
        return new Items<>(connections.all().stream().map(this::view).toList());
    }

    @PostMapping
    @Allowed(Action.CONNECTION_EDIT)
    @ResponseStatus(HttpStatus.CREATED)
    ConnectionView create(@RequestBody NewConnection wanted) {
        ConnectionType type = Optional.ofNullable(wanted.type())
                .flatMap(ConnectionType::of)
                .orElseThrow(() -> Problem.field("type", "api.connection.type"));
        return stored(connections.create(name(wanted), type, fields(wanted)));
    }

    @GetMapping("/{id}")
    @Allowed(Action.CONNECTION_READ)
    ConnectionView get(@PathVariable long id) {
        return connections.find(new ConnectionId(id)).map(this::view).orElseThrow(Problem::notFound);
    }

    @PutMapping("/{id}")
    @Allowed(Action.CONNECTION_EDIT)
    ConnectionView change(@PathVariable long id, @RequestBody NewConnection wanted) {
        return stored(connections.change(new ConnectionId(id), name(wanted), fields(wanted)));
    }

    @DeleteMapping("/{id}")
    @Allowed(Action.CONNECTION_EDIT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable long id) {
        switch (connections.delete(new ConnectionId(id))) {
            case Connections.Deletion.Deleted() -> {}
            case Connections.Deletion.Unknown() -> throw Problem.notFound();
            case Connections.Deletion.InUse(List<ConnectionUses.Use> uses) ->
                throw new Problem(
                                409,
                                "connection-in-use",
                                uses.size(),
                                uses.getFirst().name())
                        .with("usedBy", uses);
        }
    }

    @PostMapping("/{id}/test")
    @Allowed(Action.CONNECTION_EDIT)
    Trial test(@PathVariable long id, @RequestBody(required = false) @Nullable Attempt attempt, Locale locale) {
        Optional<String> url = Optional.ofNullable(attempt).map(Attempt::url).filter(text -> !text.isBlank());
        return trials.run(new ConnectionId(id), url, locale).orElseThrow(Problem::notFound);
    }

    private ConnectionView stored(Connections.Storage storage) {
        return switch (storage) {
            case Connections.Storage.Stored(Connection connection) -> view(connection);
            case Connections.Storage.Invalid(String field, String message) -> throw Problem.field(field, message);
            case Connections.Storage.Unknown() -> throw Problem.notFound();
        };
    }

    private ConnectionView view(Connection connection) {
        return new ConnectionView(
                connection.id().toString(),
                connection.name(),
                connection.type().code(),
                connection.status().name().toLowerCase(Locale.ROOT),
                connection.shown(),
                connections.uses(connection.id()),
                connection.createdAt(),
                connection.changedAt(),
                connection.checkedAt().orElse(null));
    }

    private static String name(NewConnection wanted) {
        return Optional.ofNullable(wanted.name()).orElse("");
    }

    private static Map<String, String> fields(NewConnection wanted) {
        return Optional.ofNullable(wanted.fields()).orElse(Map.of());
    }
}
