package dev.tutti.scenario;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Versions made ready to run, kept in memory. */
@Component
final class Plans {

    private final Versions versions;
    private final ScenarioRows scenarios;
    private final Catalogue catalogue;
    private final PlanCompiler compiler;
    private final TransactionTemplate transaction;

    // A version never changes; only the name of its scenario does, and other nodes see a new one after a while.
    private final Cache<ScenarioVersionId, Optional<Executable>> ready = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    Plans(
            Versions versions,
            ScenarioRows scenarios,
            Catalogue catalogue,
            PlanCompiler compiler,
            TransactionTemplate transaction) {
        this.versions = versions;
        this.scenarios = scenarios;
        this.catalogue = catalogue;
        this.compiler = compiler;
        this.transaction = transaction;
    }

    Optional<Executable> find(ScenarioVersionId id) {
        Optional<Executable> known = ready.getIfPresent(id);
        if (known != null) {
            return known;
        }
        Optional<Executable> made =
                transaction.execute(_ -> versions.find(id.value()).flatMap(this::make));
        if (made == null || made.isEmpty()) {
            return Optional.empty();
        }
        ready.put(id, made);
        return made;
    }

    private Optional<Executable> make(ScenarioVersion version) {
        return versions.blueprint(version.id().value()).map(blueprint -> {
            Flow flow = catalogue.flow(blueprint);
            return new Executable(
                    version,
                    scenarios.name(version.scenario().value()).orElse(""),
                    blueprint,
                    // A test is one cycle.
                    version.number().isPresent() ? compiler.compile(flow) : compiler.compile(flow, 1),
                    Start.of(flow, catalogue),
                    flow.inOrder().stream()
                            .anyMatch(module -> module.module().equals(Start.REPLY) && !module.disabled()));
        });
    }

    void forget(ScenarioId scenario) {
        ready.asMap()
                .values()
                .removeIf(entry -> entry.filter(
                                executable -> executable.version().scenario().equals(scenario))
                        .isPresent());
    }
}
