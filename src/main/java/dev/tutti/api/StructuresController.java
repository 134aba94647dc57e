package dev.tutti.api;

import dev.tutti.datastore.StoredStructure;
import dev.tutti.datastore.StructureId;
import dev.tutti.datastore.StructureSamples;
import dev.tutti.datastore.Structures;
import dev.tutti.value.Fields;
import dev.tutti.value.Structure;
import dev.tutti.value.StructureJson;
import dev.tutti.workspace.Action;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
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

/** Data structures: what records of one kind look like. */
@RestController
@RequestMapping("/api/v1/structures")
class StructuresController {

    record StructureView(String id, String name, Fields structure, long stores, Instant createdAt, Instant changedAt) {}

    record NewStructure(@Nullable String name, @Nullable Fields structure) {}

    /** @param kind json, xml, csv or query */
    record Sample(@Nullable String kind, @Nullable String sample) {}

    record Generated(Fields structure) {}

    private final Structures structures;

    StructuresController(Structures structures) {
        this.structures = structures;
    }

    @GetMapping
    @Allowed(Action.DATASTORE_READ)
    Items<StructureView> list() {
        return new Items<>(
                structures.all().stream().map(StructuresController::view).toList());
    }

    @PostMapping
    @Allowed(Action.DATASTORE_EDIT)
    @ResponseStatus(HttpStatus.CREATED)
    StructureView create(@RequestBody NewStructure wanted, Locale locale) {
        return view(structures.create(name(wanted), structure(wanted, locale)));
    }

    /** What a sample looks like; nothing is stored. */
    @PostMapping("/generate")
    @Allowed(Action.DATASTORE_READ)
    Generated generate(@RequestBody Sample sample, Locale locale) {
        StructureSamples.Kind kind = Arrays.stream(StructureSamples.Kind.values())
                .filter(it -> it.name().equalsIgnoreCase(sample.kind()))
                .findFirst()
                .orElseThrow(() -> Problem.field("kind", "datastore.sample.kind"));
        return switch (StructureSamples.of(
                kind, Optional.ofNullable(sample.sample()).orElse(""))) {
            case StructureSamples.Answer.Found(Structure found) -> new Generated(StructureJson.write(found));
            case StructureSamples.Answer.Unreadable(var said) ->
                throw Problem.field("sample", "datastore.sample.unreadable", said.in(locale));
        };
    }

    @GetMapping("/{id}")
    @Allowed(Action.DATASTORE_READ)
    StructureView get(@PathVariable long id) {
        return structures
                .find(new StructureId(id))
                .map(StructuresController::view)
                .orElseThrow(Problem::notFound);
    }

    @PutMapping("/{id}")
    @Allowed(Action.DATASTORE_EDIT)
    StructureView change(@PathVariable long id, @RequestBody NewStructure wanted, Locale locale) {
        return structures
                .change(new StructureId(id), name(wanted), structure(wanted, locale))
                .map(StructuresController::view)
                .orElseThrow(Problem::notFound);
    }

    @DeleteMapping("/{id}")
    @Allowed(Action.DATASTORE_EDIT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable long id) {
        switch (structures.delete(new StructureId(id))) {
            case DELETED -> {}
            case UNKNOWN -> throw Problem.notFound();
            case IN_USE -> throw new Problem(409, "structure-in-use");
        }
    }

    private static String name(NewStructure wanted) {
        String name = Optional.ofNullable(wanted.name()).orElse("").strip();
        if (name.isEmpty() || name.length() > Structures.MAX_NAME) {
            throw Problem.field("name", "datastore.structure.name", Structures.MAX_NAME);
        }
        return name;
    }

    private static Structure structure(NewStructure wanted, Locale locale) {
        return switch (StructureJson.read(
                Optional.ofNullable(wanted.structure()).orElse(Fields.EMPTY))) {
            case StructureJson.Read(Structure structure) -> structure;
            case StructureJson.Misread(String _, var said) ->
                throw Problem.field("structure", "datastore.structure.wrong", said.in(locale));
        };
    }

    private static StructureView view(StoredStructure stored) {
        return new StructureView(
                stored.id().toString(),
                stored.name(),
                StructureJson.write(stored.structure()),
                stored.stores(),
                stored.createdAt(),
                stored.changedAt());
    }
}
