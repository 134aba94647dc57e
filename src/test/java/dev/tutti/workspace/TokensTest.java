package dev.tutti.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tutti.testing.GroundFloor;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;

class TokensTest {

    private static final String BOTH = "dev.tutti.testing.GroundFloor#both";

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void aTokenIsShownOnceAndStoredAsAHash(GroundFloor floor) {
        User builder = floor.asNewBuilder();
        Tokens.Issued issued = floor.get(Tokens.class).issue("laptop");
        assertThat(issued.text()).startsWith("tutti_").hasSizeGreaterThanOrEqualTo(48);
        assertThat(issued.toString()).doesNotContain(issued.text());
        assertThat(floor.get(JdbcClient.class)
                        .sql("select * from api_token")
                        .query()
                        .listOfRows()
                        .toString())
                .doesNotContain(issued.text());
        assertThat(floor.get(Tokens.class).owner(issued.text())).get().isEqualTo(builder);
        assertThat(floor.get(Tokens.class).owner(issued.text() + "x")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void onlyWhoseTokenItIsCanEndIt(GroundFloor floor) {
        Tokens tokens = floor.get(Tokens.class);
        floor.asNewBuilder();
        Tokens.Issued issued = tokens.issue("laptop");
        floor.asOwner();
        assertThat(tokens.own()).doesNotContain(issued.token());
        assertThat(tokens.revoke(issued.token().id())).isFalse();
        floor.get(SignIn.class).request(tokens.owner(issued.text()).orElseThrow());
        assertThat(tokens.revoke(issued.token().id())).isTrue();
        assertThat(tokens.owner(issued.text())).isEmpty();
        floor.asNobody();
        assertThatThrownBy(tokens::own).isInstanceOf(NotSignedIn.class);
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void theLastUseIsNotedToTheMinute(GroundFloor floor) {
        Tokens tokens = floor.get(Tokens.class);
        floor.asNewBuilder();
        Tokens.Issued issued = tokens.issue("laptop");
        assertThat(tokens.own().getFirst().lastUsedAt()).isEmpty();
        tokens.owner(issued.text());
        var first = floor.clock().instant();
        floor.clock().move(Duration.ofSeconds(30));
        tokens.owner(issued.text());
        assertThat(tokens.own().getFirst().lastUsedAt()).contains(first);
        floor.clock().move(Duration.ofSeconds(31));
        tokens.owner(issued.text());
        assertThat(tokens.own().getFirst().lastUsedAt()).contains(floor.clock().instant());
    }
}
