package dev.tutti.scenario;

import dev.tutti.connector.Kind;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.connector.Modules;
import dev.tutti.connector.Structural;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the modules of the installation mean for the shape of a scenario. */
@Component
final class Catalogue {

    static final String INERT = "inert:";

    private final Modules modules;
    private final Map<String, ModuleSpec> specs;
    private final Set<String> triggers;
    private final Flow.Refs refs;
    private final Set<String> routers;

    Catalogue(Modules modules) {
        this.modules = modules;
        this.specs = modules.all().stream().collect(Collectors.toMap(ModuleSpec::ref, spec -> spec));
        this.triggers = refs(spec -> spec.kind() == Kind.TRIGGER);
        this.refs = new Flow.Refs(triggers, refs(Structural.IF_ELSE), refs(Structural.MERGE));
        this.routers = refs(spec -> spec.kind() == Kind.ROUTER);
    }

    private Set<String> refs(Structural role) {
        return refs(spec -> spec.structural().equals(Optional.of(role)));
    }

    private Set<String> refs(java.util.function.Predicate<ModuleSpec> which) {
        return specs.values().stream().filter(which).map(ModuleSpec::ref).collect(Collectors.toSet());
    }

    Modules modules() {
        return modules;
    }

    Optional<ModuleSpec> find(String ref) {
        return Optional.ofNullable(specs.get(ref));
    }

    Optional<Structural> role(Node module) {
        return module.disabled() ? Optional.empty() : find(module.module()).flatMap(ModuleSpec::structural);
    }

    boolean starts(Node module) {
        return triggers.contains(module.module());
    }

    /** Whether it is a trigger that has to be asked for what is new. */
    boolean polls(Node module) {
        return modules.polling(module.module()).isPresent();
    }

    boolean routes(Node module) {
        return routers.contains(module.module());
    }

    /** Whether bundles take one way out of it only. */
    boolean branches(Node module) {
        return refs.branching().contains(module.module());
    }

    /** Whether it decides what becomes of a bundle on which another module failed. */
    boolean directs(Node module) {
        return find(module.module())
                .flatMap(ModuleSpec::structural)
                .filter(Structural::directs)
                .isPresent();
    }

    /** What people call a module. */
    String name(Node module, Locale locale) {
        return module.name().orElseGet(() -> modules.name(module.module(), locale));
    }

    Flow flow(Blueprint blueprint) {
        return Flow.of(blueprint, refs);
    }

    Weave.Woven weave(Flow flow) {
        return Weave.weave(flow, routers);
    }
}
