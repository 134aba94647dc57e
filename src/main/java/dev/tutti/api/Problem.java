package dev.tutti.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Throw it from a controller to answer with a problem (RFC 9457). Its texts are {@code problem.<code>.title} and
 * {@code problem.<code>.detail}; the arguments go into the latter.
 */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String detailKey;
    private final transient List<Object> arguments;
    private final transient Map<String, Object> members = new LinkedHashMap<>();

    public Problem(int status, String code, Object... arguments) {
        this(status, code, "problem." + code + ".detail", List.of(arguments));
    }

    private Problem(int status, String code, String detailKey, List<Object> arguments) {
        super(status + " " + code, null, false, false);
        this.status = status;
        this.code = code;
        this.detailKey = detailKey;
        this.arguments = arguments;
    }

    /** There is no such thing, or not for this person. */
    public static Problem notFound() {
        return new Problem(404, "not-found");
    }

    /** A field of the request's body cannot be used; the message is a key of the texts. */
    public static Problem field(String field, String message, Object... arguments) {
        return new Problem(422, "invalid-field", message, List.of(arguments)).with("field", field);
    }

    /** Adds a member to the problem's JSON. */
    public Problem with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    String detailKey() {
        return detailKey;
    }

    List<Object> arguments() {
        return arguments;
    }

    Map<String, Object> members() {
        return members;
    }
}
