package dev.tutti.engine;

import dev.tutti.value.Fields;
import dev.tutti.value.Text;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * An expected failure of a module or of the values mapped into it.
 *
 * @param kind what sort of failure; decides what happens by default
 * @param message one sentence that says what happened and why, free of secrets
 * @param advice what to do about it
 * @param detail what the other side said, or where in the settings the cause is
 * @param retryAfter how long the other side asked to wait
 * @param said message and advice for readers of other languages; empty where another program worded them
 */
public record Failure(
        Kind kind,
        String message,
        Optional<String> advice,
        Optional<String> detail,
        Optional<Duration> retryAfter,
        Optional<Said> said) {

    public Failure(
            Kind kind,
            String message,
            Optional<String> advice,
            Optional<String> detail,
            Optional<Duration> retryAfter) {
        this(kind, message, advice, detail, retryAfter, Optional.empty());
    }

    /** A failure told in the words of the text files; the texts it carries are those of the scenario's language. */
    public static Failure of(Kind kind, Locale locale, Said said) {
        return new Failure(
                kind,
                said.message().in(locale),
                said.advice().map(advice -> advice.in(locale)),
                Optional.empty(),
                Optional.empty(),
                Optional.of(said));
    }

    public static Failure of(Kind kind, String message) {
        return new Failure(kind, message, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static Failure of(Kind kind, String message, String advice) {
        return new Failure(kind, message, Optional.of(advice), Optional.empty(), Optional.empty());
    }

    public Failure withDetail(String detail) {
        return new Failure(kind, message, advice, Optional.of(detail), retryAfter, said);
    }

    public Failure withRetryAfter(Duration wait) {
        return new Failure(kind, message, advice, detail, Optional.of(wait), said);
    }

    /** What a handler's route finds under {@code error}, in place of the failed module's bundle. */
    Fields seen() {
        Fields.Builder error = Fields.builder().put("message", Text.of(message)).put("type", Text.of(kind.type()));
        detail.ifPresent(said -> error.put("detail", Text.of(said)));
        return error.build();
    }

    /** The types of errors that scenarios of Make tell apart, under the names that filters on them use. */
    public enum Kind {
        ACCOUNT_VALIDATION("AccountValidationError"),
        BUNDLE_VALIDATION("BundleValidationError"),
        CONNECTION("ConnectionError"),
        DATA("DataError"),
        DUPLICATE_DATA("DuplicateDataError"),
        INCOMPLETE_DATA("IncompleteDataError"),
        INCONSISTENCY("InconsistencyError"),
        MAX_FILE_SIZE_EXCEEDED("MaxFileSizeExceededError"),
        MAX_RESULTS_EXCEEDED("MaxResultsExceededError"),
        MODULE_TIMEOUT("ModuleTimeoutError"),
        SCENARIO_TIMEOUT("ScenarioTimeoutError"),
        OPERATIONS_LIMIT_EXCEEDED("OperationsLimitExceededError"),
        DATA_SIZE_LIMIT_EXCEEDED("DataSizeLimitExceededError"),
        RATE_LIMIT("RateLimitError"),
        RUNTIME("RuntimeError"),
        INVALID_CONFIGURATION("InvalidConfigurationError"),
        INVALID_ACCESS_TOKEN("InvalidAccessTokenError"),
        UNEXPECTED("UnexpectedError"),
        EXECUTION_INTERRUPTED("ExecutionInterruptedError"),
        OUT_OF_SPACE("OutOfSpaceError");

        private final String type;

        Kind(String type) {
            this.type = type;
        }

        public static Optional<Kind> named(String type) {
            return Arrays.stream(values())
                    .filter(kind -> kind.type.equals(type))
                    .findFirst();
        }

        /** What no later attempt and no handler can change: such a run is never kept to go on. */
        public boolean fatal() {
            return this == INCONSISTENCY || this == OPERATIONS_LIMIT_EXCEEDED || this == DATA_SIZE_LIMIT_EXCEEDED;
        }

        /** Not handled, it ends the run as a warning: something was left out, but nothing went wrong. */
        public boolean warns() {
            return this == EXECUTION_INTERRUPTED || this == OUT_OF_SPACE;
        }

        /** The name a scenario sees as {@code {{n.error.type}}}. */
        public String type() {
            return type;
        }
    }
}
