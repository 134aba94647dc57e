package dev.tutti.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.testing.Caller;
import dev.tutti.testing.RunningTutti;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

@RunningTutti
class OpenApiTest {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @LocalServerPort
    int port;

    @Test
    void everyHandlerOfTheApiIsDescribed() {
        JsonNode document = document();
        assertThat(document.get("openapi").asString()).startsWith("3.");
        assertThat(new Handlers(mapping).ofTheApi()).isNotEmpty().allSatisfy(route -> {
            JsonNode operation = document.get("paths")
                    .path(route.pattern())
                    .path(route.method().toLowerCase(Locale.ROOT));
            assertThat(operation.isMissingNode()).as(route.toString()).isFalse();
            assertThat(operation
                            .at("/responses/default/content/application~1problem+json/schema/$ref")
                            .asString())
                    .isEqualTo("#/components/schemas/Problem");
            assertThat(operation.get("x-permission").asString()).isNotBlank();
        });
    }

    @Test
    void theShapesAreReadFromTheRecords() {
        JsonNode me = document().at("/components/schemas/Me/properties");
        assertThat(me.propertyNames()).contains("id", "name", "email", "role", "language", "theme", "csrf");
        assertThat(document().at("/components/securitySchemes/token/scheme").asString())
                .isEqualTo("bearer");
    }

    @Test
    void onlyThoseWhoAreSignedInReadIt() {
        assertThat(Caller.nobody(port).get("/api/v1/openapi.json").status()).isEqualTo(401);
    }

    private JsonNode document() {
        Caller.Reply reply = Caller.owner(port).get("/api/v1/openapi.json");
        assertThat(reply.status()).isEqualTo(200);
        return reply.json();
    }
}
