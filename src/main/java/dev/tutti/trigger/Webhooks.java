package dev.tutti.trigger;

import dev.tutti.connection.Vault;
import dev.tutti.scenario.ScenarioId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The webhook addresses of scenarios. */
@Component
public final class Webhooks {

    private final JdbcClient database;
    private final Vault vault;
    private final HookRoutes routes;

    Webhooks(JdbcClient database, Vault vault, HookRoutes routes) {
        this.database = database;
        this.vault = vault;
        this.routes = routes;
    }

    /** The scenario's address, made on first asking and the same from then on. */
    public Webhook of(ScenarioId scenario) {
        return find(scenario).orElseGet(() -> {
            try {
                make(scenario);
            } catch (DuplicateKeyException madeMeanwhile) {
                // the other one counts
            }
            return find(scenario).orElseThrow();
        });
    }

    /** All addresses, newest first. */
    public List<Webhook> all() {
        return database.sql(
                        "select scenario_id, token_cipher, created_at from webhook order by created_at desc, scenario_id")
                .query((row, number) ->
                        webhook(row.getLong(1), row.getBytes(2), row.getObject(3, OffsetDateTime.class)))
                .list();
    }

    /** A new address instead of the old one, which answers 404 from now on. */
    public Webhook renew(ScenarioId scenario) {
        database.sql("delete from webhook where scenario_id = ?")
                .param(scenario.value())
                .update();
        routes.changed();
        return of(scenario);
    }

    private Optional<Webhook> find(ScenarioId scenario) {
        return database.sql("select scenario_id, token_cipher, created_at from webhook where scenario_id = ?")
                .param(scenario.value())
                .query((row, number) ->
                        webhook(row.getLong(1), row.getBytes(2), row.getObject(3, OffsetDateTime.class)))
                .optional();
    }

    private void make(ScenarioId scenario) {
        String token = HookToken.random();
        byte[] cipher = vault.encrypt(token.getBytes(StandardCharsets.US_ASCII), context(scenario.value()));
        database.sql("insert into webhook (scenario_id, token_hash, token_cipher, created_at)"
                        + " values (?, ?, ?, current_timestamp)")
                .params(scenario.value(), HookToken.hash(token), cipher)
                .update();
    }

    private Webhook webhook(long scenario, byte[] cipher, OffsetDateTime createdAt) {
        String token = new String(vault.decrypt(cipher, context(scenario)), StandardCharsets.US_ASCII);
        Instant made = createdAt.toInstant();
        return new Webhook(new ScenarioId(scenario), "/hook/" + token, made);
    }

    private static String context(long scenario) {
        return "webhook/" + scenario;
    }
}
