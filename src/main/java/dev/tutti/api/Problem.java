package dev.tutti.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Throw it from a controller to answer with a problem (RFC 9457). The texts are the keys {@code problem.<code>.title} and
 * {@code problem.<code>.detail}; the latter gets the arguments.
 */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final transient List<Object> arguments;
    private final transient Map<String, Object> more = new LinkedHashMap<>();

    public Problem(int status, String code, Object... arguments) {
        super(status + " " + code);
        this.status = status;
        this.code = code;
        this.arguments = List.of(arguments);
    }

    /** Adds a member to the problem's JSON. */
    public Problem with(String member, Object value) {
        more.put(member, value);
        return this;
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    List<Object> arguments() {
        return arguments;
    }

    Map<String, Object> more() {
        return more;
    }
}
