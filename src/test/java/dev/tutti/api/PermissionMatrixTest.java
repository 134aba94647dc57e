package dev.tutti.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.testing.Caller;
import dev.tutti.testing.RunningTutti;
import dev.tutti.workspace.NewUser;
import dev.tutti.workspace.Permissions;
import dev.tutti.workspace.Preferences;
import dev.tutti.workspace.Role;
import dev.tutti.workspace.SignIn;
import dev.tutti.workspace.Tokens;
import dev.tutti.workspace.User;
import dev.tutti.workspace.Users;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Each role at each handler of the API, by the table and by the door. */
@RunningTutti
class PermissionMatrixTest {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    Users users;

    @Autowired
    Tokens tokens;

    @Autowired
    SignIn signIn;

    @LocalServerPort
    int port;

    private final Map<Role, Caller> callers = new EnumMap<>(Role.class);

    @BeforeEach
    void oneOfEachRole() {
        User owner = tokens.owner(RunningTutti.TOKEN).orElseThrow();
        for (Role role : Role.values()) {
            signIn.request(owner);
            String email = role + "-" + System.nanoTime() + "@example.com";
            User somebody = ((Users.Result.Done)
                            users.add(new NewUser("", email, "a long password", role, Preferences.NONE)))
                    .user();
            signIn.request(somebody);
            callers.put(role, Caller.nobody(port).token(tokens.issue("matrix").text()));
        }
    }

    @AfterEach
    void signOut() {
        signIn.nobody();
    }

    @Test
    void everyHandlerSaysWhatItAllows() {
        assertThat(new Handlers(mapping).ofTheApi())
                .isNotEmpty()
                .allSatisfy(route -> assertThat(route.handler().getMethodAnnotation(Allowed.class))
                        .as(route.toString())
                        .isNotNull());
    }

    @Test
    void theDoorAgreesWithTheTable() {
        SoftAssertions all = new SoftAssertions();
        for (Handlers.Route route : routesWithoutStreams()) {
            Allowed allowed = route.handler().getMethodAnnotation(Allowed.class);
            callers.forEach((role, caller) -> {
                boolean may = allowed != null && Permissions.allow(role, allowed.value());
                Caller.Reply reply = caller.call(route.method(), route.path(), body(route));
                all.assertThat(reply.status() == 403)
                        .as(role + " " + route + " answers " + reply.status())
                        .isEqualTo(!may);
                all.assertThat(reply.status()).as(role + " " + route).isNotEqualTo(401);
            });
        }
        all.assertAll();
    }

    private List<Handlers.Route> routesWithoutStreams() {
        return new Handlers(mapping)
                .ofTheApi().stream()
                        .filter(route -> !route.pattern().endsWith("/events"))
                        .toList();
    }

    private static String body(Handlers.Route route) {
        return route.method().equals("GET") || route.method().equals("DELETE") ? null : "[]";
    }
}
