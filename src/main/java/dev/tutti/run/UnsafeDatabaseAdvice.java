package dev.tutti.run;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says on the console why Tutti does not start, and what to do. */
public final class UnsafeDatabaseAdvice extends AbstractFailureAnalyzer<UnsafeDatabase> {

    @Override
    protected FailureAnalysis analyze(Throwable root, UnsafeDatabase cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Add ;WRITE_DELAY=0 to the address of the database (spring.datasource.url), or use PostgreSQL.",
                cause);
    }
}
