package dev.tutti.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that calls the running application: as nobody, with a token, or with further headers. */
public final class Caller {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String base;
    private final List<String> headers;

    private Caller(String base, List<String> headers) {
        this.base = base;
        this.headers = headers;
    }

    /** What came back. */
    public record Reply(int status, HttpResponse<String> whole) {

        public String body() {
            return whole.body();
        }

        public String header(String name) {
            return whole.headers().firstValue(name).orElse("");
        }

        public JsonNode json() {
            return JSON.readTree(whole.body());
        }
    }

    public static Caller nobody(int port) {
        return new Caller("http://localhost:" + port, List.of());
    }

    public static Caller owner(int port) {
        return nobody(port).token(RunningTutti.TOKEN);
    }

    public Caller token(String token) {
        return with("Authorization", "Bearer " + token);
    }

    public Caller with(String header, String value) {
        List<String> more = new ArrayList<>(headers);
        more.add(header);
        more.add(value);
        return new Caller(base, more);
    }

    public Reply get(String path) {
        return call("GET", path, null);
    }

    public Reply post(String path, String json) {
        return call("POST", path, json);
    }

    public Reply put(String path, String json) {
        return call("PUT", path, json);
    }

    public Reply delete(String path) {
        return call("DELETE", path, null);
    }

    /** The body is JSON unless a header says otherwise. */
    public Reply call(String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        if (body != null && !headers.contains("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
            return new Reply(response.statusCode(), response);
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(method + " " + path, failure);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
