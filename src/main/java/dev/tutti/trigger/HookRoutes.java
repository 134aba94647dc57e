package dev.tutti.trigger;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.tutti.connection.Vault;
import dev.tutti.scenario.Executable;
import dev.tutti.scenario.ScenarioDeleted;
import dev.tutti.scenario.ScenarioId;
import dev.tutti.scenario.ScenarioPublished;
import dev.tutti.scenario.ScenarioSummary;
import dev.tutti.scenario.ScenarioTurnedOff;
import dev.tutti.scenario.ScenarioTurnedOn;
import dev.tutti.scenario.Scenarios;
import dev.tutti.scenario.Settings;
import dev.tutti.scenario.StartsBy;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Remembers where tokens lead, so that a request asks the database nothing. Every change raises a number in the
 * database inside its own transaction; other processes look at it every second.
 */
@Component
class HookRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(HookRoutes.class);

    private final JdbcClient database;
    private final Vault vault;
    private final Scenarios scenarios;
    private final Cache<String, Optional<HookRoute>> known = Caffeine.newBuilder()
            .maximumSize(50_000)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();
    private final AtomicLong generation = new AtomicLong();
    private volatile long seen = -1;

    HookRoutes(JdbcClient database, Vault vault, Scenarios scenarios) {
        this.database = database;
        this.vault = vault;
        this.scenarios = scenarios;
    }

    /** Empty for a token that nobody was given. */
    Optional<HookRoute> find(String token) {
        if (!HookToken.plausible(token)) {
            return Optional.empty();
        }
        Optional<HookRoute> route = known.getIfPresent(token);
        if (route == null) {
            long before = generation.get();
            route = load(token);
            if (route.isPresent() && before == generation.get()) {
                known.put(token, route);
            }
        }
        return route;
    }

    private Optional<HookRoute> load(String token) {
        return database.sql("select scenario_id from webhook where token_hash = ?")
                .param(HookToken.hash(token))
                .query(Long.class)
                .optional()
                .map(ScenarioId::new)
                .flatMap(scenario -> scenarios.find(scenario).map(this::route));
    }

    private HookRoute route(ScenarioSummary scenario) {
        Optional<HookRoute.Live> live = scenario.on()
                ? scenario.live()
                        .flatMap(version -> scenarios.plan(version.id()))
                        .filter(executable -> executable.startsBy() instanceof StartsBy.Webhook)
                        .map(HookRoutes::live)
                : Optional.empty();
        boolean draft = database.sql("select count(*) from capture where scenario_id = ?")
                        .param(scenario.id().value())
                        .query(Integer.class)
                        .single()
                > 0;
        WebhookRules.Ruled ruled = WebhookRules.find(database, vault, scenario.id());
        return new HookRoute(
                scenario.id(), live, draft, ruled.rules(), new HookGuard(ruled.rules()), ruled.learningUntil());
    }

    static HookRoute.Live live(Executable executable) {
        StartsBy.Webhook start = executable.startsBy() instanceof StartsBy.Webhook webhook
                ? webhook
                : new StartsBy.Webhook(0, false, false);
        Settings settings = executable.blueprint().settings();
        return new HookRoute.Live(
                executable.version().id(),
                start,
                Duration.ofSeconds(settings.replySeconds()),
                executable.replies(),
                settings.sequential(),
                HookDrain.scheduled(executable),
                settings.confidential(),
                settings.pace().maxPerMinute());
    }

    /** Forgets everything here, and lets the other processes know. */
    void changed() {
        raise();
        forget();
    }

    @TransactionalEventListener(
            phase = TransactionPhase.BEFORE_COMMIT,
            fallbackExecution = true,
            classes = {ScenarioPublished.class, ScenarioTurnedOn.class, ScenarioTurnedOff.class, ScenarioDeleted.class})
    void raise() {
        database.sql("update route_change set number = number + 1 where id = 1").update();
    }

    @TransactionalEventListener(
            fallbackExecution = true,
            classes = {ScenarioPublished.class, ScenarioTurnedOn.class, ScenarioTurnedOff.class, ScenarioDeleted.class})
    void forget() {
        generation.incrementAndGet();
        known.invalidateAll();
    }

    @Scheduled(fixedDelay = 1_000)
    void look() {
        try {
            long number = database.sql("select number from route_change where id = 1")
                    .query(Long.class)
                    .single();
            if (number != seen) {
                seen = number;
                forget();
            }
        } catch (DataAccessException unreachable) {
            LOG.debug("Changes of routes could not be read: {}", unreachable.getMessage());
        }
    }
}
