package dev.tutti.outbound;

import java.io.IOException;

/** The answer is longer than the request allowed. */
public final class AnswerTooLarge extends IOException {

    private static final long serialVersionUID = 1L;

    private final long limit;

    public AnswerTooLarge(long limit) {
        super("The answer is larger than " + limit + " bytes");
        this.limit = limit;
    }

    /** How many bytes were allowed. */
    public long limit() {
        return limit;
    }
}
