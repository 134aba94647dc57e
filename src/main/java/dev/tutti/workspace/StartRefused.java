package dev.tutti.workspace;

/** The configuration is such that starting would be wrong; says why, and what to do. */
public final class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String advice;

    public StartRefused(String reason, String advice) {
        super(reason);
        this.advice = advice;
    }

    String advice() {
        return advice;
    }
}
