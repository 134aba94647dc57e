package dev.tutti.builtin.http;

import dev.tutti.connection.Credentials;
import dev.tutti.connector.Failures;
import dev.tutti.engine.Failure;
import dev.tutti.engine.Failure.Kind;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import dev.tutti.outbound.Answer;
import dev.tutti.value.Blob;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** An answer of 400 or more as the failure that scenarios know. */
final class StatusFailure {

    private static final int SHOWN = 2_000;
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private final Invocation invocation;
    private final Optional<Credentials> credentials;

    StatusFailure(Invocation invocation, Optional<Credentials> credentials) {
        this.invocation = invocation;
        this.credentials = credentials;
    }

    Outcome of(Answer answer) {
        int status = answer.status();
        Failure failure =
                Failures.of(invocation, kind(status), "builtin.http.status." + texts(status), status, host(answer));
        String said = body(answer);
        if (!said.isBlank()) {
            failure = failure.withDetail(said);
        }
        Optional<Duration> wait = retryAfter(answer);
        return new Outcome.Failed(wait.isPresent() ? failure.withRetryAfter(wait.get()) : failure);
    }

    private Kind kind(int status) {
        return switch (status) {
            case 401, 403 -> credentials.isPresent() ? Kind.INVALID_ACCESS_TOKEN : Kind.DATA;
            case 408 -> Kind.MODULE_TIMEOUT;
            case 409 -> Kind.DUPLICATE_DATA;
            case 429 -> Kind.RATE_LIMIT;
            case 502, 503, 504 -> Kind.CONNECTION;
            default -> status < 500 ? Kind.DATA : Kind.RUNTIME;
        };
    }

    private static String texts(int status) {
        return switch (status) {
            case 401, 403 -> "denied";
            case 404, 410 -> "unknown";
            case 409 -> "conflict";
            case 429 -> "often";
            default -> status < 500 ? "refused" : "broken";
        };
    }

    private static String host(Answer answer) {
        return answer.url().replaceFirst("^[a-z]+://([^/?#]*).*$", "$1");
    }

    /** What the server says about it, without what it may repeat of our credentials. */
    private String body(Answer answer) {
        try {
            Charset charset = answer.header("Content-Type")
                    .flatMap(type -> Blob.of("", type, new byte[0]).charset())
                    .orElse(StandardCharsets.UTF_8);
            String text = WebCalls.hide(new String(answer.body().readNBytes(SHOWN * 4), charset), credentials);
            return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
        } catch (IOException broken) {
            return "";
        }
    }

    /** Seconds or a date (RFC 9110, section 10.2.3). */
    private Optional<Duration> retryAfter(Answer answer) {
        String header = answer.header("Retry-After").orElse("").strip();
        if (header.isEmpty()) {
            return Optional.empty();
        }
        try {
            Duration wait = header.chars().allMatch(Character::isDigit)
                    ? Duration.ofSeconds(Long.parseLong(header))
                    : Duration.between(
                            invocation.now(),
                            ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
            return wait.isNegative()
                    ? Optional.of(Duration.ZERO)
                    : Optional.of(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
        } catch (DateTimeException | NumberFormatException unreadable) {
            return Optional.empty();
        }
    }
}
