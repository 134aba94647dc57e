package dev.tutti.api;

import jakarta.servlet.http.HttpServletRequest;

/** The problem that a bare HTTP status stands for. */
final class HttpProblems {

    private HttpProblems() {}

    static Problem of(int status, HttpServletRequest request) {
        return switch (status) {
            case 401 -> new Problem(status, "not-signed-in");
            case 403 -> new Problem(status, "not-allowed");
            case 404 -> new Problem(status, "not-found");
            case 405 -> new Problem(status, "wrong-method", request.getMethod());
            case 406 -> new Problem(status, "not-acceptable");
            case 413 -> BodyLimitFilter.problem();
            case 415 -> new Problem(status, "wrong-type");
            case 503 -> new Problem(status, "busy");
            default -> status < 500 ? new Problem(status, "bad-request") : new Problem(status, "failed");
        };
    }
}
