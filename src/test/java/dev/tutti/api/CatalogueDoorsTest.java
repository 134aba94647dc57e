package dev.tutti.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.testing.Caller;
import dev.tutti.testing.RunningTutti;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Modules, functions and data stores, as other programs see them. */
@RunningTutti
class CatalogueDoorsTest {

    @LocalServerPort
    int port;

    private static JsonNode module(Caller.Reply reply, String ref) {
        return StreamSupport.stream(reply.json().get("items").spliterator(), false)
                .filter(item -> item.get("ref").asString().equals(ref))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theCatalogueSpeaksTheLanguageOfTheReader() {
        JsonNode english = module(Caller.owner(port).get("/api/v1/modules?lang=en"), "http:request");
        JsonNode french = module(Caller.owner(port).get("/api/v1/modules?lang=fr"), "http:request");
        assertThat(english.get("name").asString()).isEqualTo("Make a request");
        assertThat(french.get("name").asString()).isEqualTo("Envoyer une requête");
        assertThat(english.get("kind").asString()).isEqualTo("action");
        assertThat(english.get("effect").asString()).isEqualTo("read");
        assertThat(english.get("connectionTypes").size()).isEqualTo(4);
        assertThat(english.get("example").get("statusCode").asInt()).isEqualTo(200);
        JsonNode method = english.get("fields").get(1);
        assertThat(method.get("key").asString()).isEqualTo("method");
        assertThat(method.get("default").asString()).isEqualTo("GET");
        assertThat(method.get("options").get(1).get("label").asString()).isEqualTo("POST");
        JsonNode body = english.get("fields").get(5);
        assertThat(body.get("showIf").get("field").asString()).isEqualTo("bodyKind");
        assertThat(body.get("multiline").asBoolean()).isTrue();
        assertThat(french.get("outputs")
                        .get(1)
                        .get("fields")
                        .get(0)
                        .get("label")
                        .asString())
                .isEqualTo("Nom");
    }

    @Test
    void aReaderWhoHasTheCatalogueIsToldThatNothingChanged() {
        Caller owner = Caller.owner(port);
        String tag = owner.get("/api/v1/modules?lang=en").header("ETag");
        assertThat(tag)
                .isNotEmpty()
                .isNotEqualTo(owner.get("/api/v1/modules?lang=fr").header("ETag"));
        Caller.Reply again = owner.with("If-None-Match", tag).get("/api/v1/modules?lang=en");
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void functionsComeWithHelpAndExamples() {
        JsonNode items =
                Caller.owner(port).get("/api/v1/functions?lang=fr").json().get("items");
        assertThat(items.size()).isGreaterThan(60);
        items.forEach(function -> {
            assertThat(function.get("help").asString()).as(function.toString()).isNotBlank();
            assertThat(function.get("signature").asString())
                    .startsWith(function.get("name").asString() + "(");
            function.get("arguments")
                    .forEach(argument ->
                            assertThat(argument.get("help").asString()).isNotBlank());
        });
        assertThat(items.findValues("source")).hasSizeGreaterThan(60);
    }

    @Test
    void dataStoresAndRecordsAreKeptRenamedReadAndDeleted() {
        Caller owner = Caller.owner(port);
        Caller.Reply created = owner.post("/api/v1/datastores", "{\"name\":\"Customers\"}");
        assertThat(created.status()).isEqualTo(201);
        String store = "/api/v1/datastores/" + created.json().get("id").asString();
        assertThat(owner.put(store, "{\"name\":\"Clients\"}").json().get("name").asString())
                .isEqualTo("Clients");
        for (int i = 0; i < 5; i++) {
            String record = "{\"key\":\"k%d\",\"data\":{\"n\":%d.50}}".formatted(i, i);
            assertThat(owner.post(store + "/records", record).status()).isEqualTo(201);
        }
        assertThat(owner.get(store).json().get("records").asInt()).isEqualTo(5);
        List<String> keys = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = owner.get(store + "/records?limit=2" + cursor).json();
            page.get("items").forEach(item -> keys.add(item.get("key").asString()));
            cursor =
                    page.path("next").isString() ? "&cursor=" + page.get("next").asString() : "";
        } while (!cursor.isEmpty());
        assertThat(keys).containsExactly("k0", "k1", "k2", "k3", "k4");
        owner.put(store + "/records/k1", "{\"data\":{\"city\":\"Paris\"}}");
        assertThat(owner.get(store + "/records/k1").json().get("data").toString())
                .isEqualTo("{\"city\":\"Paris\"}");
        assertThat(owner.delete(store + "/records/k1").status()).isEqualTo(204);
        assertThat(owner.get(store + "/records/k1").status()).isEqualTo(404);
        assertThat(owner.delete(store).status()).isEqualTo(204);
        assertThat(owner.get(store).status()).isEqualTo(404);
    }

    @Test
    void whatCannotBeKeptIsAProblemInWords() {
        Caller owner = Caller.owner(port);
        assertThat(owner.post("/api/v1/datastores", "{\"name\":\" \"}").status())
                .isEqualTo(422);
        String id = owner.post("/api/v1/datastores", "{\"name\":\"A\"}")
                .json()
                .get("id")
                .asString();
        String records = "/api/v1/datastores/" + id + "/records";
        owner.post(records, "{\"key\":\"k\"}");
        Caller.Reply twice = owner.post(records + "?lang=fr", "{\"key\":\"k\"}");
        assertThat(twice.status()).isEqualTo(409);
        assertThat(twice.json().get("detail").asString()).contains("Il existe déjà");
        assertThat(owner.post(records, "{\"key\":\"k\",\"overwrite\":true}").status())
                .isEqualTo(201);
        assertThat(owner.post(records, "{\"key\":\"" + "k".repeat(256) + "\"}").status())
                .isEqualTo(422);
        assertThat(owner.post("/api/v1/datastores/1/records", "{}").status()).isEqualTo(404);
        assertThat(Caller.nobody(port).get("/api/v1/datastores").status()).isEqualTo(401);
    }
}
