package dev.tutti.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tutti.testing.Databases;
import dev.tutti.testing.GroundFloor;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

class PasswordLoginTest {

    private GroundFloor floor;
    private PasswordLogin login;

    @BeforeEach
    void open() {
        floor = GroundFloor.open(Databases.h2());
        login = floor.get(PasswordLogin.class);
    }

    @AfterEach
    void close() {
        floor.close();
    }

    @Test
    void signsInWithTheRightPassword() {
        Authentication signedIn =
                login.authenticate(attempt(" Owner@Example.com", GroundFloor.OWNER_PASSWORD, "198.51.100.1"));
        assertThat(signedIn.getPrincipal())
                .isEqualTo(new SignedIn(floor.owner().id().value()));
        assertThat(signedIn.getAuthorities()).extracting(Object::toString).containsExactly("ROLE_OWNER");
        assertThat(signedIn.getCredentials()).isNull();
    }

    @Test
    void fiveWrongPasswordsMakeOneWaitAndOnlyThere() {
        for (int attempt = 0; attempt < 5; attempt++) {
            assertThatThrownBy(() -> login.authenticate(attempt(GroundFloor.OWNER_EMAIL, "wrong", "198.51.100.1")))
                    .isInstanceOf(BadCredentialsException.class);
        }
        assertThatThrownBy(() -> login.authenticate(
                        attempt(GroundFloor.OWNER_EMAIL, GroundFloor.OWNER_PASSWORD, "198.51.100.1")))
                .isInstanceOfSatisfying(
                        TooManyAttempts.class,
                        many -> assertThat(many.waitFor()).isEqualTo(Duration.ofMinutes(1)));
        assertThat(login.authenticate(attempt(GroundFloor.OWNER_EMAIL, GroundFloor.OWNER_PASSWORD, "198.51.100.2")))
                .isNotNull();
        floor.clock().move(Duration.ofMinutes(2));
        assertThat(login.authenticate(attempt(GroundFloor.OWNER_EMAIL, GroundFloor.OWNER_PASSWORD, "198.51.100.1")))
                .isNotNull();
    }

    @Test
    void somebodyUnknownLooksLikeAWrongPassword() {
        assertThatThrownBy(() -> login.authenticate(attempt("nobody@example.com", "x", "198.51.100.1")))
                .isInstanceOf(BadCredentialsException.class)
                .hasMessage("Wrong e-mail or password");
        assertThatThrownBy(() -> login.authenticate(attempt("nobody@example.com", "nobody", "198.51.100.1")))
                .isInstanceOf(BadCredentialsException.class);
    }

    @Test
    void whatHappenedIsWrittenDown() {
        assertThatThrownBy(() -> login.authenticate(attempt(GroundFloor.OWNER_EMAIL, "wrong", "198.51.100.1")));
        login.authenticate(attempt(GroundFloor.OWNER_EMAIL, GroundFloor.OWNER_PASSWORD, "198.51.100.1"));
        floor.asOwner();
        assertThat(floor.get(Audit.class).latest(2))
                .extracting(Audit.Row::what)
                .containsExactly("login.succeeded", "login.failed");
    }

    private static Authentication attempt(String email, String password, String from) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(from);
        UsernamePasswordAuthenticationToken attempt =
                UsernamePasswordAuthenticationToken.unauthenticated(email, password);
        attempt.setDetails(new WebAuthenticationDetails(request));
        return attempt;
    }
}
