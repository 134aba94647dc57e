package dev.tutti.trigger;

import dev.tutti.engine.Reply;
import dev.tutti.value.Blob;
import dev.tutti.value.Blobs;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Json;
import dev.tutti.value.Moment;
import dev.tutti.value.Nothing;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** Writes answers to callers of webhooks. */
final class HookAnswer {

    private static final byte[] ACCEPTED = "Accepted".getBytes(StandardCharsets.US_ASCII);
    private static final String PLAIN = "text/plain;charset=utf-8";

    /** What the server itself sees to, and what would reach into the sessions of people who are signed in. */
    private static final Set<String> OURS = Set.of(
            "content-length",
            "transfer-encoding",
            "connection",
            "keep-alive",
            "upgrade",
            "set-cookie",
            "set-cookie2",
            "content-security-policy",
            "x-content-type-options",
            "clear-site-data");

    private HookAnswer() {}

    static byte[] accepted(HttpServletResponse response) throws IOException {
        return write(response, 200, PLAIN, ACCEPTED);
    }

    static byte[] problem(HttpServletRequest request, HttpServletResponse response, HookProblem problem)
            throws IOException {
        boolean french = request.getLocale().getLanguage().equals("fr");
        Fields body = problem.body(french ? Locale.FRENCH : Locale.ENGLISH);
        if (problem.status() == 503) {
            response.setHeader("Retry-After", "1");
        }
        if (problem.status() == 429) {
            response.setHeader("Retry-After", "60");
        }
        if (problem.code().equals("basic")) {
            response.setHeader("WWW-Authenticate", "Basic realm=\"webhook\"");
        }
        return write(response, problem.status(), "application/problem+json", Json.bytes(body));
    }

    /** Returns what was written, nothing where it was a file. */
    static byte[] reply(HttpServletResponse response, Reply reply, Blobs blobs) throws IOException {
        response.setStatus(reply.status());
        safe(response);
        String type = null;
        for (Reply.Header header : reply.headers()) {
            String name = header.name().toLowerCase(Locale.ROOT);
            if (name.equals("content-type")) {
                type = header.value();
            } else if (!OURS.contains(name)) {
                response.addHeader(header.name(), header.value());
            }
        }
        if (reply.body() instanceof Blob blob) {
            response.setContentType(type == null ? blob.mediaType() : type);
            response.setContentLengthLong(blob.size());
            try (InputStream in = blobs.open(blob)) {
                in.transferTo(response.getOutputStream());
            }
            return new byte[0];
        }
        byte[] bytes = switch (reply.body()) {
            case Text(String text) -> text.getBytes(StandardCharsets.UTF_8);
            case Nothing nothing -> new byte[0];
            case Fields fields -> Json.bytes(fields);
            case Items items -> Json.bytes(items);
            case Num number -> number.plain().getBytes(StandardCharsets.UTF_8);
            case Bool bool -> Boolean.toString(bool.value()).getBytes(StandardCharsets.UTF_8);
            case Moment moment -> moment.iso().getBytes(StandardCharsets.UTF_8);
            case Blob blob -> new byte[0];
        };
        boolean json = reply.body() instanceof Fields || reply.body() instanceof Items;
        response.setContentType(type != null ? type : json ? "application/json" : PLAIN);
        if (reply.status() != 204 && reply.status() != 304) {
            response.setContentLength(bytes.length);
            response.getOutputStream().write(bytes);
        }
        return bytes;
    }

    private static byte[] write(HttpServletResponse response, int status, String type, byte[] body) throws IOException {
        response.setStatus(status);
        safe(response);
        response.setContentType(type);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        return body;
    }

    /** What a scenario answers is shown by browsers as a page of nobody, although it comes from Tutti's own address. */
    private static void safe(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", "sandbox allow-forms allow-popups allow-scripts");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Access-Control-Allow-Origin", "*");
    }
}
