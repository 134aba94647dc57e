package dev.tutti.trigger;

import dev.tutti.scenario.Author;
import dev.tutti.scenario.BlueprintJson;
import dev.tutti.scenario.NewScenario;
import dev.tutti.scenario.ScenarioId;
import dev.tutti.scenario.Scenarios;
import dev.tutti.testing.Caller;
import dev.tutti.testing.RunningTutti;
import dev.tutti.value.Json;
import java.util.Optional;

/** Scenarios drawn as JSON, published and called from outside. */
final class Village {

    private final Scenarios scenarios;
    private final Webhooks webhooks;
    private final int port;

    Village(Scenarios scenarios, Webhooks webhooks, int port) {
        this.scenarios = scenarios;
        this.webhooks = webhooks;
        this.port = port;
    }

    /** A published scenario. */
    record House(ScenarioId id, String path) {}

    House publish(String modules, String links) {
        return publish(modules, links, "");
    }

    House publish(String modules, String links, String settings) {
        ScenarioId id = draft(modules, links, settings);
        Scenarios.PublishAnswer answer = scenarios.publish(id, true, Optional.empty(), Author.SYSTEM);
        if (!(answer instanceof Scenarios.Published)) {
            throw new IllegalStateException(answer.toString());
        }
        return new House(id, webhooks.of(id).path());
    }

    ScenarioId draft(String modules, String links, String settings) {
        String json =
                "{\"modules\":[%s],\"links\":[%s],\"notes\":[],\"settings\":{\"timeZone\":\"Europe/Paris\",\"locale\":\"en\"%s}}"
                        .formatted(modules, links, settings);
        BlueprintJson.Answer read = BlueprintJson.read(Json.parse(json).value().orElseThrow());
        if (!(read instanceof BlueprintJson.Read(var blueprint))) {
            throw new IllegalArgumentException(read.toString());
        }
        return scenarios
                .create(
                        new NewScenario(
                                Optional.of("House"),
                                Optional.of(blueprint),
                                Optional.empty(),
                                java.util.Locale.ENGLISH),
                        Author.SYSTEM)
                .id();
    }

    static String module(int no, String ref, String values) {
        return "{\"no\":%d,\"module\":\"%s\",\"version\":1,\"at\":[%d,0],\"values\":%s}"
                .formatted(no, ref, no * 200, values);
    }

    static String link(int from, int to) {
        return "{\"from\":%d,\"to\":%d,\"order\":1}".formatted(from, to);
    }

    /** Answers with what the trigger gave out. */
    House echo(String webhookValues) {
        return publish(
                module(1, "webhook:receive", webhookValues)
                        + ","
                        + module(2, "json:create", "{\"object\":\"{{`1`}}\"}")
                        + ","
                        + module(3, "webhook:reply", "{\"status\":\"200\",\"body\":\"{{2.json}}\"}"),
                link(1, 2) + "," + link(2, 3));
    }

    /** Without a reply. */
    House silent() {
        return publish(
                module(1, "webhook:receive", "{}") + ","
                        + module(2, "tools:compose", "{\"text\":\"Hello {{1.name}}\"}"),
                link(1, 2));
    }

    Caller nobody() {
        return Caller.nobody(port);
    }

    Caller owner() {
        return Caller.owner(port).with("Accept-Language", "en");
    }

    static String token() {
        return RunningTutti.TOKEN;
    }
}
