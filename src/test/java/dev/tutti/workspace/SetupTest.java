package dev.tutti.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.testing.Databases;
import dev.tutti.testing.GroundFloor;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class SetupTest {

    private static final Visitor HERE = new Visitor("127.0.0.1", true);
    private static final Visitor ELSEWHERE = new Visitor("203.0.113.7", false);

    private GroundFloor floor;
    private Setup setup;

    @BeforeEach
    void open() {
        floor = GroundFloor.empty(Databases.h2());
        setup = floor.get(Setup.class);
    }

    @AfterEach
    void close() {
        floor.close();
    }

    @Test
    void theFirstVisitorFromThisMachineBecomesTheOwner() {
        assertThat(setup.open()).isTrue();
        assertThat(setup.create(ada(null), HERE)).isInstanceOf(Setup.Result.Created.class);
        assertThat(floor.get(Users.class).all()).singleElement().satisfies(owner -> {
            assertThat(owner.role()).isEqualTo(Role.OWNER);
            assertThat(owner.name()).isEqualTo("Ada");
        });
    }

    @Test
    void worksOnlyWhileThereIsNobody() {
        setup.create(ada(null), HERE);
        assertThat(setup.open()).isFalse();
        assertThat(setup.create(ada(setup.consoleCode()), HERE)).isInstanceOf(Setup.Result.Closed.class);
        assertThat(floor.get(Users.class).all()).hasSize(1);
    }

    @Test
    void fromElsewhereItTakesTheCodeOfTheConsole() {
        assertThat(setup.create(ada(null), ELSEWHERE))
                .isEqualTo(new Setup.Result.Invalid("code", "workspace.setup.code.wrong"));
        assertThat(setup.create(ada("AAAA-AAAA"), ELSEWHERE)).isInstanceOf(Setup.Result.Invalid.class);
        assertThat(setup.open()).isTrue();
        String carelessly = " " + setup.consoleCode().toLowerCase(Locale.ROOT);
        assertThat(setup.create(ada(carelessly), ELSEWHERE)).isInstanceOf(Setup.Result.Created.class);
    }

    @Test
    void theCodeCannotBeGuessed() {
        for (int attempt = 0; attempt < 5; attempt++) {
            setup.create(ada("AAAA-AAAA"), ELSEWHERE);
        }
        assertThat(setup.create(ada(setup.consoleCode()), ELSEWHERE))
                .isEqualTo(new Setup.Result.Wait(Duration.ofMinutes(1)));
        floor.clock().move(Duration.ofMinutes(2));
        assertThat(setup.create(ada(setup.consoleCode()), ELSEWHERE)).isInstanceOf(Setup.Result.Created.class);
    }

    @Test
    void saysWhichFieldIsWrong() {
        Setup.Owner weak = new Setup.Owner("Ada", "ada@example.com", "short", Preferences.NONE, null);
        assertThat(setup.create(weak, HERE))
                .isEqualTo(new Setup.Result.Invalid("password", "workspace.password.short"));
        assertThat(setup.open()).isTrue();
    }

    @Test
    void onlyARequestMadeOnThisMachineIsLocal() {
        assertThat(Visitor.of(request("127.0.0.1", "localhost", null)).local()).isTrue();
        assertThat(Visitor.of(request("0:0:0:0:0:0:0:1", "[::1]", null)).local())
                .isTrue();
        assertThat(Visitor.of(request("192.168.1.7", "localhost", null)).local())
                .isFalse();
        assertThat(Visitor.of(request("127.0.0.1", "tutti.example.com", null)).local())
                .as("a page of another site that gave its name our address")
                .isFalse();
        assertThat(Visitor.of(request("127.0.0.1", "localhost", "203.0.113.7")).local())
                .as("passed on by a proxy on this machine")
                .isFalse();
    }

    private static Setup.Owner ada(@Nullable String code) {
        return new Setup.Owner("Ada", "ada@example.com", "a long password", Preferences.NONE, code);
    }

    private static MockHttpServletRequest request(String address, String host, @Nullable String forwardedFor) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        request.setServerName(host);
        if (forwardedFor != null) {
            request.addHeader("X-Forwarded-For", forwardedFor);
        }
        return request;
    }
}
