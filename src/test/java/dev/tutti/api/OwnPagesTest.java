package dev.tutti.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.testing.Caller;
import dev.tutti.testing.RunningTutti;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Tokens, connections, settings and preferences, as a program sees them. */
@RunningTutti
class OwnPagesTest {

    @LocalServerPort
    int port;

    @Test
    void aTokenIsIssuedUsedAndRevoked() {
        Caller owner = Caller.owner(port);
        Caller.Reply issued = owner.post("/api/v1/tokens", "{\"name\":\"laptop\"}");
        assertThat(issued.status()).isEqualTo(201);
        String text = issued.json().get("token").asString();
        String id = issued.json().get("id").asString();
        assertThat(text).startsWith("tutti_");
        assertThat(Caller.nobody(port).token(text).get("/api/v1/me").status()).isEqualTo(200);
        String list = owner.get("/api/v1/tokens").body();
        assertThat(list).contains(id, "laptop").doesNotContain(text);
        assertThat(owner.delete("/api/v1/tokens/" + id).status()).isEqualTo(204);
        assertThat(Caller.nobody(port).token(text).get("/api/v1/me").status()).isEqualTo(401);
        assertThat(owner.delete("/api/v1/tokens/" + id).status()).isEqualTo(404);
    }

    @Test
    void aConnectionsSecretGoesInAndNeverComesOut() {
        Caller owner = Caller.owner(port);
        Caller.Reply created = owner.post("/api/v1/connections", """
                {"name":"Shop","type":"basic","fields":{"user":"ada","password":"planted-secret"}}""");
        assertThat(created.status()).isEqualTo(201);
        JsonNode connection = created.json();
        String path = "/api/v1/connections/" + connection.get("id").asString();
        assertThat(connection.get("fields").get("user").asString()).isEqualTo("ada");
        assertThat(connection.get("status").asString()).isEqualTo("unchecked");
        Caller.Reply changed = owner.put(path, "{\"name\":\"Shop 2\",\"fields\":{\"user\":\"ada\"}}");
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        for (Caller.Reply reply : new Caller.Reply[] {
            created, changed, owner.get(path), owner.get("/api/v1/connections"), owner.post(path + "/test", "{}")
        }) {
            assertThat(reply.body()).doesNotContain("planted-secret");
        }
        assertThat(owner.get(path).json().get("name").asString()).isEqualTo("Shop 2");
        assertThat(owner.delete(path).status()).isEqualTo(204);
        assertThat(owner.get(path).status()).isEqualTo(404);
    }

    @Test
    void aConnectionIsTriedOut() {
        Caller owner = Caller.owner(port);
        String id = owner.post(
                        "/api/v1/connections",
                        "{\"name\":\"Ourselves\",\"type\":\"bearer\",\"fields\":{\"token\":\"" + RunningTutti.TOKEN
                                + "\"}}")
                .json()
                .get("id")
                .asString();
        JsonNode trial = owner.post(
                        "/api/v1/connections/" + id + "/test", "{\"url\":\"http://127.0.0.1:" + port + "/api/v1/me\"}")
                .json();
        assertThat(trial.get("working").asBoolean()).as(trial.toString()).isTrue();
        JsonNode refused = owner.post("/api/v1/connections/" + id + "/test", "{\"url\":\"http://169.254.169.254/\"}")
                .json();
        assertThat(refused.get("working").asBoolean()).isFalse();
        assertThat(owner.get("/api/v1/connections/" + id).json().get("status").asString())
                .isEqualTo("failing");
        owner.delete("/api/v1/connections/" + id);
    }

    @Test
    void settingsChangeOnlyWhatIsNamed() {
        Caller owner = Caller.owner(port);
        JsonNode set = owner.put(
                        "/api/v1/settings",
                        "{\"publicUrl\":\"https://tutti.example.com/\",\"allowedNetworks\":[\"10.0.0.0/8\"]}")
                .json();
        assertThat(set.get("publicUrl").asString()).isEqualTo("https://tutti.example.com");
        JsonNode more = owner.put("/api/v1/settings", "{\"language\":\"fr\"}").json();
        assertThat(more.get("publicUrl").asString()).isEqualTo("https://tutti.example.com");
        assertThat(more.get("allowedNetworks").toString()).isEqualTo("[\"10.0.0.0/8\"]");
        assertThat(more.get("language").asString()).isEqualTo("fr");
        JsonNode cleared = owner.put(
                        "/api/v1/settings", "{\"publicUrl\":\"\",\"language\":\"\",\"allowedNetworks\":[]}")
                .json();
        assertThat(cleared.get("publicUrl").isNull()).isTrue();
        assertThat(owner.put("/api/v1/settings", "{\"publicUrl\":\"javascript:alert(1)\"}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void preferencesChangeOnlyWhatIsNamed() {
        Caller owner = Caller.owner(port);
        assertThat(owner.put("/api/v1/me/preferences", "{\"language\":\"fr\"}")
                        .json()
                        .get("language")
                        .asString())
                .isEqualTo("fr");
        JsonNode both =
                owner.put("/api/v1/me/preferences", "{\"theme\":\"light\"}").json();
        assertThat(both.get("language").asString()).isEqualTo("fr");
        assertThat(both.get("theme").asString()).isEqualTo("light");
        assertThat(owner.put("/api/v1/me/preferences", "{\"language\":\"\",\"theme\":\"system\"}")
                        .json()
                        .get("language")
                        .asString())
                .isEqualTo("en");
        assertThat(owner.put("/api/v1/me/preferences", "{\"language\":\"xx\"}").status())
                .isEqualTo(422);
    }

    @Test
    void aNewPasswordNeedsTheOldOne() {
        Caller.Reply wrong =
                Caller.owner(port).put("/api/v1/me/password", "{\"old\":\"x\",\"password\":\"a long password\"}");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.json().get("field").asString()).isEqualTo("old");
    }
}
