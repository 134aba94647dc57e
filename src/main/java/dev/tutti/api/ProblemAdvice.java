package dev.tutti.api;

import dev.tutti.workspace.NotAllowed;
import dev.tutti.workspace.NotSignedIn;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;

/** Turns whatever a controller throws into a problem (RFC 9457) with a sentence for people, and nothing of the inside. */
@RestControllerAdvice
class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final Problems problems;

    ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Map<String, Object>> answer(Exception thrown, HttpServletRequest request) {
        if (thrown instanceof AsyncRequestNotUsableException) {
            return null; // the reader of a stream has gone
        }
        HttpHeaders headers = thrown instanceof ErrorResponse known ? known.getHeaders() : new HttpHeaders();
        Problem problem = problem(thrown, request);
        return ResponseEntity.status(problem.status())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problems.body(request, problem));
    }

    private static Problem problem(Exception thrown, HttpServletRequest request) {
        return switch (thrown) {
            case Problem problem -> problem;
            case NotSignedIn _ -> new Problem(401, "not-signed-in");
            case NotAllowed _ -> new Problem(403, "not-allowed");
            case HttpMessageNotReadableException unreadable -> unreadable(unreadable);
            case MethodArgumentTypeMismatchException mismatch -> new Problem(400, "bad-parameter", mismatch.getName());
            case MissingServletRequestParameterException missing ->
                new Problem(400, "missing-parameter", missing.getParameterName());
            case ErrorResponse known -> HttpProblems.of(known.getStatusCode().value(), request);
            default -> unexpected(thrown, request);
        };
    }

    private static Problem unreadable(HttpMessageNotReadableException unreadable) {
        if (cause(unreadable, BodyLimitFilter.TooLong.class).isPresent()) {
            return BodyLimitFilter.problem();
        }
        if (cause(unreadable, StreamConstraintsException.class).isPresent()) {
            return new Problem(400, "json-too-deep");
        }
        return cause(unreadable, JacksonException.class)
                .map(JacksonException::getLocation)
                .filter(place -> place.getLineNr() > 0)
                .map(place -> new Problem(400, "bad-json", place.getLineNr(), place.getColumnNr()))
                .orElseGet(() -> new Problem(400, "bad-body"));
    }

    private static <T extends Throwable> Optional<T> cause(Throwable thrown, Class<T> type) {
        return Stream.<@Nullable Throwable>iterate(
                        thrown, Objects::nonNull, each -> each == null ? null : each.getCause())
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }

    /** The number is in the log beside the cause, so that whoever looks after Tutti finds it. */
    private static Problem unexpected(Exception thrown, HttpServletRequest request) {
        String number = Long.toString(System.nanoTime() & 0xffffffffL, 36);
        LOG.error("Problem {} in {} {}", number, request.getMethod(), request.getRequestURI(), thrown);
        return new Problem(500, "unexpected", number);
    }
}
