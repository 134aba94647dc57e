package dev.tutti.connector;

import dev.tutti.engine.Effect;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import dev.tutti.value.Fields;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The catalogue of modules, and the way the engine calls them. */
@Component
public class Modules implements dev.tutti.engine.Modules {

    private final List<Module> modules;

    Modules(List<Module> modules) {
        this.modules = List.copyOf(modules);
    }

    /** Every module, by reference. */
    public List<ModuleSpec> all() {
        return modules.stream().map(Module::spec).toList();
    }

    public Optional<ModuleSpec> find(String ref) {
        return module(ref).map(Module::spec);
    }

    /** What comes out of a module with these (uncompiled) settings; nothing for an unknown module. */
    public List<Output> outputs(String ref, Fields values) {
        return module(ref).map(module -> module.outputs(values)).orElse(List.of());
    }

    /** How a node of Make with this name is translated, and into which module. */
    public Optional<FromMake> make(String name) {
        return modules.stream()
                .flatMap(module -> module.spec().make().stream()
                        .filter(equivalent -> equivalent.names().contains(name))
                        .map(equivalent -> new FromMake(module.spec().ref(), module.spec().version(), equivalent)))
                .findFirst();
    }

    /** The module that stands in for a module of Make. */
    public record FromMake(String ref, int version, MakeEquivalent equivalent) {}

    /** The name of a module in a language; the reference itself for an unknown one. */
    public String name(String ref, Locale locale) {
        return ref;
    }

    @Override
    public Effect effect(String ref, int version, Fields input) {
        return module(ref).map(module -> module.spec().effect().apply(input)).orElse(Effect.NONE);
    }

    @Override
    public Outcome call(String ref, int version, Fields input, Invocation invocation) {
        return module(ref).orElseThrow().run(input, invocation);
    }

    private Optional<Module> module(String ref) {
        return modules.stream().filter(it -> it.spec().ref().equals(ref)).findFirst();
    }
}
