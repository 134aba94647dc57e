package dev.tutti.trigger;

import dev.tutti.connection.Vault;
import dev.tutti.scenario.ScenarioDeleted;
import dev.tutti.scenario.ScenarioId;
import dev.tutti.value.Fields;
import dev.tutti.value.Structure;
import dev.tutti.workspace.Audit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What the owners of webhooks have set, and which webhook learns its data structure from the next request. */
@Component
public class WebhookRules {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final JdbcClient database;
    private final TransactionOperations transactions;
    private final Vault vault;
    private final HookRoutes routes;
    private final Audit audit;
    private final Clock clock;

    WebhookRules(
            JdbcClient database,
            TransactionOperations transactions,
            Vault vault,
            HookRoutes routes,
            Audit audit,
            Clock clock) {
        this.database = database;
        this.transactions = transactions;
        this.vault = vault;
        this.routes = routes;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The rules of one webhook.
     *
     * @param learningUntil until when the next request teaches the data structure
     */
    public record Ruled(HookRules rules, Optional<Instant> learningUntil) {
        static final Ruled DEFAULT = new Ruled(HookRules.DEFAULT, Optional.empty());
    }

    /** The rules of a scenario's webhook. */
    public Ruled of(ScenarioId scenario) {
        return find(database, vault, scenario);
    }

    static Ruled find(JdbcClient database, Vault vault, ScenarioId scenario) {
        return database.sql("select rules, learning_until from hook_rules where scenario_id = ?")
                .param(scenario.value())
                .query((row, _) -> new Ruled(
                        HookRulesJson.read(vault.decrypt(row.getBytes(1), context(scenario))),
                        Optional.ofNullable(row.getObject(2, OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .optional()
                .orElse(Ruled.DEFAULT);
    }

    /** Changes what is named and leaves the rest, see {@link HookRulesPatch}. */
    public HookRulesPatch.Patched change(ScenarioId scenario, Fields patch) {
        HookRulesPatch.Patched patched = transactions.execute(_ -> {
            HookRulesPatch.Patched made = HookRulesPatch.apply(of(scenario).rules(), patch);
            if (made instanceof HookRulesPatch.Patched.Done(HookRules rules, var keys)) {
                save(scenario, rules);
                audit.record("webhook.changed", "scenario " + scenario);
            }
            return made;
        });
        routes.changed();
        return patched;
    }

    /** The next request teaches the data structure anew, within five minutes. Returns until when. */
    public Instant learn(ScenarioId scenario) {
        Instant until = clock.instant().plus(PATIENCE);
        transactions.executeWithoutResult(_ -> {
            save(scenario, of(scenario).rules());
            database.sql("update hook_rules set learning_until = ? where scenario_id = ?")
                    .params(until.atOffset(ZoneOffset.UTC), scenario.value())
                    .update();
        });
        routes.changed();
        return until;
    }

    /** This is what the data looks like; of several requests at once the first one teaches. */
    void learned(ScenarioId scenario, Structure structure) {
        transactions.executeWithoutResult(_ -> {
            int first = database.sql("update hook_rules set learning_until = null"
                            + " where scenario_id = ? and learning_until is not null")
                    .param(scenario.value())
                    .update();
            if (first == 1) {
                save(scenario, of(scenario).rules().with(Optional.of(structure)));
            }
        });
        routes.changed();
    }

    @EventListener
    void deleted(ScenarioDeleted event) {
        database.sql("delete from hook_rules where scenario_id = ?")
                .param(event.scenario().value())
                .update();
    }

    private void save(ScenarioId scenario, HookRules rules) {
        byte[] secret = vault.encrypt(HookRulesJson.write(rules), context(scenario));
        int known = database.sql("update hook_rules set rules = ? where scenario_id = ?")
                .params(secret, scenario.value())
                .update();
        if (known == 0) {
            database.sql("insert into hook_rules (scenario_id, rules) values (?, ?)")
                    .params(scenario.value(), secret)
                    .update();
        }
    }

    private static String context(ScenarioId scenario) {
        return "hook_rules/" + scenario;
    }
}
