package dev.tutti.connection;

import dev.tutti.connection.Credentials.Basic;
import dev.tutti.connection.Credentials.OAuth2;
import dev.tutti.outbound.Answer;
import dev.tutti.outbound.Body;
import dev.tutti.outbound.Exchange;
import dev.tutti.outbound.Failed;
import dev.tutti.outbound.Header;
import dev.tutti.outbound.Outbound;
import dev.tutti.outbound.Refused;
import dev.tutti.outbound.Request;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks an authorization server for a token (RFC 6749 §3.2). */
@Component
final class TokenRequest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int LARGEST = 1_000_000;
    private static final int LONGEST_REASON = 300;
    private static final long LONGEST_LIFE = Duration.ofDays(3650).toSeconds();

    /** What came of it. */
    sealed interface Answered {
        record Given(Token token) implements Answered {}

        /** The server says no; the reason is its own and holds no secret of ours. */
        record Denied(String reason) implements Answered {}

        record Unreachable(Exchange.Unanswered why) implements Answered {}
    }

    private final Outbound outbound;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    TokenRequest(Outbound outbound, Clock clock) {
        this.outbound = outbound;
        this.clock = clock;
    }

    Answered byClient(OAuth2 client) {
        return ask(client, scoped(client, Map.of("grant_type", "client_credentials")));
    }

    Answered byRefresh(OAuth2 client, String refresh) {
        return ask(client, Map.of("grant_type", "refresh_token", "refresh_token", refresh));
    }

    Answered byCode(OAuth2 client, String code, String verifier, String returnAddress) {
        return ask(
                client,
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        code,
                        "redirect_uri",
                        returnAddress,
                        "code_verifier",
                        verifier));
    }

    private static Map<String, String> scoped(OAuth2 client, Map<String, String> form) {
        Map<String, String> all = new LinkedHashMap<>(form);
        if (!client.scope().isBlank()) {
            all.put("scope", client.scope().strip());
        }
        return all;
    }

    private Answered ask(OAuth2 client, Map<String, String> form) {
        Map<String, String> all = new LinkedHashMap<>(form);
        boolean inHeader = client.clientAuth() == OAuth2.ClientAuth.HEADER
                && !client.secret().isEmpty();
        if (!inHeader) {
            all.put("client_id", client.clientId());
            if (!client.secret().isEmpty()) {
                all.put("client_secret", client.secret());
            }
        }
        Request request = new Request(
                "POST",
                client.tokenUrl(),
                List.of(new Header("Accept", "application/json")),
                Optional.of(Body.of("application/x-www-form-urlencoded", encoded(all))),
                PATIENCE,
                false,
                LARGEST);
        // RFC 6749 §2.3.1 has both parts form-encoded before they are joined.
        Exchange exchange = outbound.send(
                inHeader ? Proof.on(request, new Basic(encode(client.clientId()), encode(client.secret()))) : request);
        return switch (exchange) {
            case Answer answer -> read(answer, client);
            case Refused refused -> new Answered.Unreachable(refused);
            case Failed failed -> new Answered.Unreachable(failed);
        };
    }

    private Answered read(Answer answer, OAuth2 client) {
        try (answer) {
            if (answer.status() >= 500) {
                return new Answered.Unreachable(
                        new Failed(Failed.Cause.BROKEN, answer.url(), Integer.toString(answer.status())));
            }
            byte[] body = answer.body().readNBytes(LARGEST);
            JsonNode said = json.readTree(body);
            String access = said.path("access_token").asString("");
            if (answer.status() >= 300 || access.isEmpty()) {
                return new Answered.Denied(reason(said, answer.status(), client));
            }
            return new Answered.Given(new Token(
                    access,
                    Optional.of(said.path("refresh_token").asString("")).filter(text -> !text.isEmpty()),
                    end(said.path("expires_in"))));
        } catch (JacksonException noJson) {
            return new Answered.Denied(Integer.toString(answer.status()));
        } catch (IOException broken) {
            return new Answered.Unreachable(Failed.of(broken, answer.url()));
        }
    }

    private Optional<Instant> end(JsonNode seconds) {
        long life = seconds.asLong(0);
        return life <= 0 ? Optional.empty() : Optional.of(clock.instant().plusSeconds(Math.min(life, LONGEST_LIFE)));
    }

    private static String reason(JsonNode said, int status, OAuth2 client) {
        String error = said.path("error").asString("");
        String description = said.path("error_description").asString("");
        String reason = Proof.hide((error + " " + description).strip(), client);
        return reason.isEmpty()
                ? Integer.toString(status)
                : reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
    }

    private static byte[] encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
