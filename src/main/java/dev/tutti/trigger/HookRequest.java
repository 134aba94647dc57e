package dev.tutti.trigger;

import dev.tutti.run.Input;
import dev.tutti.scenario.StartsBy;
import dev.tutti.trigger.HookHead.BodyKind;
import dev.tutti.value.Blobs;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes a request's body in: the content type decides what reads it, and nothing reads more than it may. */
@Component
final class HookRequest {

    private final HookParser parser;
    private final HookSettings settings;
    private final Blobs blobs;

    HookRequest(HookParser parser, HookSettings settings, Blobs blobs) {
        this.parser = parser;
        this.settings = settings;
        this.blobs = blobs;
    }

    /** What came of a request. */
    sealed interface Taken {
        record In(Input input) implements Taken {}

        record Refused(HookProblem problem) implements Taken {}
    }

    /** Reads the body of an exchange, and refuses it where its signature is not right. */
    Taken take(HookExchange exchange, StartsBy.Webhook start) throws IOException {
        HttpServletRequest request = exchange.request;
        HookRoute route = exchange.route;
        String type = essence(request.getContentType());
        if (type.equals("multipart/form-data")) {
            return route.guard().wantsSignature()
                    ? new Taken.Refused(HookProblem.of(401, "signature-multipart"))
                    : multipart(request, start);
        }
        long most = settings.maxBody().toBytes();
        if (request.getContentLengthLong() > most) {
            return tooLarge(most);
        }
        byte[] body = body(request, (int) most);
        if (body.length > most) {
            return tooLarge(most);
        }
        exchange.body = body;
        Optional<HookProblem> unsigned = route.guard().signed(request, body);
        if (unsigned.isPresent()) {
            return new Taken.Refused(unsigned.get());
        }
        Optional<BodyKind> kind =
                route.rules().passthrough() && body.length > 0 ? Optional.of(BodyKind.TEXT) : kind(type, body);
        if (kind.isEmpty()) {
            return new Taken.Refused(HookProblem.of(415, "wrong-type", type));
        }
        Charset charset = charset(request.getContentType());
        if (charset == null) {
            return new Taken.Refused(HookProblem.of(415, "wrong-charset", request.getContentType()));
        }
        HookHead head = head(request, kind.get(), charset, start);
        return switch (parser.parse(head, body)) {
            case HookParser.Parsed.Bad(HookProblem problem) -> new Taken.Refused(problem);
            case HookParser.Parsed.Bundles(List<Fields> bundles) ->
                new Taken.In(new Input(bundles, Optional.of(new Input.Raw(HookParser.NAME, head.write(), body))));
        };
    }

    /** The whole body, or a byte more than allowed. */
    private static byte[] body(HttpServletRequest request, int most) throws IOException {
        InputStream in = request.getInputStream();
        int known = request.getContentLength();
        if (known < 0) {
            return in.readNBytes(most + 1);
        }
        byte[] body = new byte[known];
        if (in.readNBytes(body, 0, known) < known) {
            throw new EOFException("The body ended before it was all there");
        }
        return body;
    }

    private static Taken tooLarge(long most) {
        return new Taken.Refused(HookProblem.of(413, "too-large", most / 1024 / 1024));
    }

    private static HookHead head(HttpServletRequest request, BodyKind kind, Charset charset, StartsBy.Webhook start) {
        String query = request.getQueryString();
        return new HookHead(
                kind,
                charset,
                query == null ? "" : query,
                start.method() ? Optional.of(request.getMethod()) : Optional.empty(),
                start.headers() ? Optional.of(headers(request)) : Optional.empty());
    }

    private static Items headers(HttpServletRequest request) {
        List<Value> headers = new ArrayList<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            for (String value : Collections.list(request.getHeaders(name))) {
                headers.add(Fields.of("name", Text.of(name.toLowerCase(Locale.ROOT)), "value", Text.of(value)));
            }
        }
        return new Items(headers);
    }

    private static Optional<BodyKind> kind(String type, byte[] body) {
        if (body.length == 0) {
            return Optional.of(BodyKind.NONE);
        }
        if (type.equals("application/json") || type.endsWith("+json")) {
            return Optional.of(BodyKind.JSON);
        }
        if (type.equals("application/x-www-form-urlencoded")) {
            return Optional.of(BodyKind.FORM);
        }
        if (type.equals("application/xml") || type.equals("text/xml") || type.endsWith("+xml")) {
            return Optional.of(BodyKind.XML);
        }
        if (type.startsWith("text/")) {
            return Optional.of(BodyKind.TEXT);
        }
        return type.isEmpty() ? Optional.of(guess(body)) : Optional.empty();
    }

    private static BodyKind guess(byte[] body) {
        for (byte first : body) {
            if (first > ' ') {
                return first == '{' || first == '[' ? BodyKind.JSON : BodyKind.TEXT;
            }
        }
        return BodyKind.TEXT;
    }

    private static String essence(@Nullable String type) {
        return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static @Nullable Charset charset(@Nullable String type) {
        int parameter = type == null ? -1 : type.toLowerCase(Locale.ROOT).indexOf("charset=");
        if (type == null || parameter < 0) {
            return StandardCharsets.UTF_8;
        }
        String name = type.substring(parameter + 8).split(";", 2)[0].strip().replace("\"", "");
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return null;
        }
    }

    /** The server has spooled the parts to files by then; they become blobs once all of them are there. */
    private Taken multipart(HttpServletRequest request, StartsBy.Webhook start) throws IOException {
        long most = settings.maxUpload().toBytes();
        if (request.getContentLengthLong() > most) {
            return tooLarge(most);
        }
        Collection<Part> parts;
        try {
            parts = request.getParts();
        } catch (ServletException | IOException | IllegalStateException unreadable) {
            return Uploads.isTooLarge(unreadable)
                    ? tooLarge(most)
                    : new Taken.Refused(HookProblem.of(400, "bad-multipart"));
        }
        long texts = parts.stream()
                .filter(part -> part.getSubmittedFileName() == null)
                .mapToLong(Part::getSize)
                .sum();
        if (texts > settings.maxBody().toBytes()) {
            return tooLarge(settings.maxBody().toBytes());
        }
        FormBody form = new FormBody();
        for (Part part : parts) {
            form.add(part.getName(), part.getSubmittedFileName() == null ? text(part) : file(part));
        }
        HookHead head = head(request, BodyKind.NONE, StandardCharsets.UTF_8, start);
        return new Taken.In(
                Input.of(HookParser.bundles(head, List.of(form.fields())).bundles()));
    }

    private static Text text(Part part) throws IOException {
        Charset charset = charset(part.getContentType());
        try (InputStream in = part.getInputStream()) {
            return Text.of(new String(in.readAllBytes(), charset == null ? StandardCharsets.UTF_8 : charset));
        }
    }

    /** A file as Make gives it: a collection of name, type and data. */
    private Value file(Part part) throws IOException {
        String name = part.getSubmittedFileName().replaceAll(".*[/\\\\]", "");
        String type = part.getContentType() == null ? dev.tutti.value.Blob.BINARY : part.getContentType();
        try (InputStream in = part.getInputStream()) {
            return Fields.of("name", Text.of(name), "mime", Text.of(type), "data", blobs.store(name, type, in));
        }
    }
}
