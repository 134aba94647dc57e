package dev.tutti.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.outbound.Header;
import dev.tutti.outbound.Request;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProofTest {

    private static final Request PLAIN = new Request(
            "GET",
            "https://example.com/a?b=1#c",
            List.of(new Header("authorization", "mine")),
            Optional.empty(),
            Request.DEFAULT_TIMEOUT,
            true,
            10);

    @Test
    void takesThePlaceOfAHeaderWrittenByHandAndIsSecret() {
        assertThat(Proof.on(PLAIN, new Credentials.Bearer("abc")).headers())
                .containsExactly(Header.secret("Authorization", "Bearer abc"));
        assertThat(Proof.on(PLAIN, new Credentials.Basic("Aladdin", "open sesame"))
                        .headers())
                .containsExactly(Header.secret("Authorization", "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="));
        Credentials key = new Credentials.ApiKey(Credentials.ApiKey.Place.HEADER, "X-Key", "abc");
        assertThat(Proof.on(PLAIN, key).headers()).hasSize(2).contains(Header.secret("X-Key", "abc"));
        assertThat(Header.secret("X-Key", "abc").toString()).doesNotContain("abc");
    }

    @Test
    void aKeyInTheQueryIsEncodedAndJoinsWhatIsThere() {
        Credentials key = new Credentials.ApiKey(Credentials.ApiKey.Place.QUERY, "api key", "a&b");
        assertThat(Proof.on(PLAIN, key).url()).isEqualTo("https://example.com/a?b=1&api+key=a%26b");
        assertThat(Proof.on(Request.get("https://example.com"), key).url())
                .isEqualTo("https://example.com?api+key=a%26b");
    }
}
