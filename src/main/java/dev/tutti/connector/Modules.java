package dev.tutti.connector;

import dev.tutti.connection.Access;
import dev.tutti.engine.Effect;
import dev.tutti.engine.Failure;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import dev.tutti.engine.Said;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The catalogue of modules, and the way the engine calls them. */
@Component
public class Modules implements dev.tutti.engine.Modules {

    private static final Logger LOG = LoggerFactory.getLogger(Modules.class);

    private static final int LOGGED_FRAMES = 20;

    private final Map<String, Entry> byRef;
    private final List<ModuleSpec> specs;
    private final Map<String, FromMake> byMakeName;
    private final Optional<Access> access;

    private record Entry(Module module, ModuleSpec spec, Words words) {}

    /** The module that stands in for a module of Make. */
    public record FromMake(String ref, int version, MakeEquivalent equivalent) {}

    /** @throws IllegalStateException where a module is not finished; the message says all that is missing */
    @Autowired
    public Modules(List<Module> modules, Access access) {
        this(modules, Optional.of(access));
    }

    /** Modules without connections. */
    public Modules(List<Module> modules) {
        this(modules, Optional.empty());
    }

    private Modules(List<Module> modules, Optional<Access> access) {
        this.access = access;
        Map<String, Entry> entries = new HashMap<>();
        Map<String, FromMake> names = new HashMap<>();
        List<String> mistakes = new ArrayList<>();
        for (Module module : modules) {
            ModuleSpec spec = module.spec();
            mistakes.addAll(SpecCheck.mistakes(spec));
            if (entries.put(spec.ref(), new Entry(module, spec, Words.of(spec))) != null) {
                mistakes.add(spec.ref() + " is there twice");
            }
            spec.make()
                    .forEach(equivalent -> equivalent.names().forEach(name -> {
                        if (names.put(name, new FromMake(spec.ref(), spec.version(), equivalent)) != null) {
                            mistakes.add(spec.ref() + " is not the only one to stand in for " + name);
                        }
                    }));
        }
        if (!mistakes.isEmpty()) {
            throw new IllegalStateException("Modules are not finished: " + String.join("; ", mistakes));
        }
        byRef = Map.copyOf(entries);
        byMakeName = Map.copyOf(names);
        specs = entries.values().stream()
                .map(Entry::spec)
                .sorted(Comparator.comparing(ModuleSpec::ref))
                .toList();
    }

    /** Every module, by reference. */
    public List<ModuleSpec> all() {
        return specs;
    }

    public Optional<ModuleSpec> find(String ref) {
        return entry(ref).map(Entry::spec);
    }

    /** The texts of a module. */
    public Optional<Words> words(String ref) {
        return entry(ref).map(Entry::words);
    }

    /** The name of a module in a language; the reference itself for an unknown one. */
    public String name(String ref, Locale locale) {
        return words(ref).map(words -> words.name(locale)).orElse(ref);
    }

    /** What comes out of a module with these (uncompiled) settings; for an unknown one what its file had recorded. */
    public List<Output> outputs(String ref, Fields values) {
        return ref.startsWith(RecordedInterface.INERT)
                ? RecordedInterface.of(values)
                : entry(ref).map(entry -> entry.module().outputs(values)).orElse(List.of());
    }

    /** How a node of Make with this name is translated, and into which module. */
    public Optional<FromMake> make(String name) {
        return Optional.ofNullable(byMakeName.get(name));
    }

    /** The trigger of this name, if it is one that is asked for what is new. */
    public Optional<Polling> polling(String ref) {
        return entry(ref).map(Entry::module).filter(Polling.class::isInstance).map(Polling.class::cast);
    }

    /**
     * Asks a polling trigger something. Its settings are checked first, and what it throws is a failure as well.
     *
     * @param values as they stand in the blueprint
     */
    public <T> Polled<T> ask(
            String ref, Fields values, Invocation invocation, BiFunction<Polling, Fields, Polled<T>> question) {
        AtomicReference<Polled<T>> answer = new AtomicReference<>();
        Outcome outcome = checked(ref, values, invocation, (module, good) -> {
            answer.set(question.apply((Polling) module, good));
            return new Outcome.Emitted(List.of());
        });
        return outcome instanceof Outcome.Failed(Failure failure) ? new Polled.Failed<>(failure) : answer.get();
    }

    /** A connection with which nobody is signed in: whatever the run would do first, it could not be finished. */
    @Override
    public Optional<Failure> unready(String connection) {
        // An id that is none is said where the module is called.
        return access.flatMap(it -> Keyring.id(connection).flatMap(it::signedOut))
                .map(name -> Failure.of(
                        Failure.Kind.ACCOUNT_VALIDATION,
                        Locale.ENGLISH,
                        new Said(
                                Message.of("builtin.connection.signedOut", name),
                                Optional.of(Message.of("builtin.connection.signedOut.advice")))));
    }

    @Override
    public Effect effect(String ref, int version, Fields input) {
        return entry(ref).map(entry -> entry.spec().effect().apply(input)).orElse(Effect.NONE);
    }

    @Override
    public Outcome call(String ref, int version, Fields input, Invocation invocation) {
        return checked(ref, input, invocation, (module, good) -> module.run(good, invocation));
    }

    private Outcome checked(String ref, Fields input, Invocation invocation, BiFunction<Module, Fields, Outcome> work) {
        Entry entry = byRef.get(ref);
        if (entry == null) {
            return Failures.fail(invocation, Failure.Kind.INVALID_CONFIGURATION, "builtin.module.unknown", ref);
        }
        ModuleSpec spec = entry.spec();
        if (spec.connectionRequired() && invocation.connection().isEmpty()) {
            return Failures.fail(invocation, Failure.Kind.INVALID_CONFIGURATION, "builtin.connection.missing");
        }
        Input.Checked checked = Input.check(spec.input(), input, entry.words(), invocation.zone(), invocation.locale());
        return switch (checked) {
            case Input.Checked.Good(Fields good) -> run(entry, gathered(spec, input, good), invocation, work);
            case Input.Checked.Bad(String path, String message) ->
                new Outcome.Failed(Failure.of(
                                Failure.Kind.BUNDLE_VALIDATION,
                                message,
                                Message.of("builtin.input.advice").in(invocation.locale()))
                        .withDetail(path));
        };
    }

    /** An aggregator gets what was gathered as it is. */
    private static Fields gathered(ModuleSpec spec, Fields input, Fields good) {
        return spec.input().equals(spec.fields())
                ? good
                : good.with("items", input.get("items") instanceof Items items ? items : Items.EMPTY);
    }

    /** The one place where a bug of a module ends. Its message goes nowhere, for it may hold anybody's data. */
    private static Outcome run(
            Entry entry, Fields input, Invocation invocation, BiFunction<Module, Fields, Outcome> work) {
        try {
            return work.apply(entry.module(), input);
        } catch (RuntimeException bug) {
            LOG.error(
                    "Module {} failed at {} of run {}: {}{}",
                    entry.spec().ref(),
                    invocation.at(),
                    invocation.run().runId(),
                    bug.getClass().getName(),
                    Arrays.stream(bug.getStackTrace())
                            .limit(LOGGED_FRAMES)
                            .map(frame -> "\n    at " + frame)
                            .collect(Collectors.joining()));
            return Failures.fail(
                    invocation,
                    Failure.Kind.UNEXPECTED,
                    "builtin.module.bug",
                    entry.words().name(invocation.locale()));
        }
    }

    private Optional<Entry> entry(String ref) {
        return Optional.ofNullable(byRef.get(ref));
    }
}
