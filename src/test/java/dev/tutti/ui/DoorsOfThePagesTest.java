package dev.tutti.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.connector.ModuleSpec;
import dev.tutti.connector.Modules;
import dev.tutti.testing.Caller;
import dev.tutti.testing.RunningTutti;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the pages show to nobody in particular, and what they keep to themselves. */
@RunningTutti
class DoorsOfThePagesTest {

    @LocalServerPort
    int port;

    @Autowired
    Modules modules;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/scenarios",
                "/scenarios/new",
                "/scenarios/7",
                "/runs?status=error",
                "/settings",
                "/nothing"
            })
    void aStrangerIsSentToSignIn(String page) {
        Caller.Reply reply = Caller.nobody(port).get(page);
        assertThat(reply.status()).isEqualTo(302);
        assertThat(reply.header("Location")).endsWith("/login");
    }

    @Test
    void everyModuleHasItsIcon() {
        assertThat(modules.all().stream()
                        .filter(module -> !module.app().equals("example"))
                        .map(ModuleSpec::icon))
                .isNotEmpty()
                .allSatisfy(icon -> {
                    Caller.Reply reply = Caller.nobody(port).get("/icons/" + icon + ".svg");
                    assertThat(reply.status()).as(icon).isEqualTo(200);
                    assertThat(reply.body()).startsWith("<svg");
                });
    }
}
