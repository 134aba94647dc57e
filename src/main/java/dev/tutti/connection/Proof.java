package dev.tutti.connection;

import dev.tutti.connection.Credentials.ApiKey;
import dev.tutti.connection.Credentials.Basic;
import dev.tutti.connection.Credentials.Bearer;
import dev.tutti.connection.Credentials.Database;
import dev.tutti.connection.Credentials.FileServer;
import dev.tutti.connection.Credentials.Imap;
import dev.tutti.connection.Credentials.Key;
import dev.tutti.connection.Credentials.OAuth2;
import dev.tutti.connection.Credentials.Smtp;
import dev.tutti.outbound.Header;
import dev.tutti.outbound.Request;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** Adds credentials to a request, marked as secret so that no redirect carries them to another server. */
public final class Proof {

    private static final int WORTH_HIDING = 4;

    private Proof() {}

    /**
     * The request with these credentials in place of a header of the same name. Those that are not sent this way add
     * nothing.
     */
    public static Request on(Request request, Credentials credentials) {
        return switch (credentials) {
            case ApiKey(ApiKey.Place place, String name, String value) ->
                place == ApiKey.Place.HEADER ? withHeader(request, name, value) : withQuery(request, name, value);
            case Basic(String user, String password) ->
                withHeader(request, "Authorization", "Basic " + encoded(user, password));
            case Bearer(String token) -> withHeader(request, "Authorization", "Bearer " + token);
            case OAuth2 _, Key _, Smtp _, Imap _, Database _, FileServer _ -> request;
        };
    }

    /** The text without the secrets of these credentials: servers like to repeat what they were sent. */
    public static String hide(String text, Credentials credentials) {
        String hidden = text;
        for (String secret : secrets(credentials)) {
            if (secret.length() >= WORTH_HIDING) {
                hidden =
                        hidden.replace(secret, "•••").replace(URLEncoder.encode(secret, StandardCharsets.UTF_8), "•••");
            }
        }
        return hidden;
    }

    private static List<String> secrets(Credentials credentials) {
        return switch (credentials) {
            case ApiKey key -> List.of(key.value());
            case Basic(String user, String password) -> List.of(encoded(user, password), password);
            case Bearer(String token) -> List.of(token);
            case OAuth2 client -> List.of(encoded(client.clientId(), client.secret()), client.secret());
            case Key key -> List.of(key.value());
            case Smtp smtp -> smtp.password().stream().toList();
            case Imap imap -> List.of(imap.password());
            case Database database -> List.of(database.password());
            case FileServer server ->
                Stream.concat(server.password().stream(), server.privateKey().stream())
                        .toList();
        };
    }

    private static String encoded(String user, String password) {
        return Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private static Request withHeader(Request request, String name, String value) {
        List<Header> headers = Stream.concat(
                        request.headers().stream()
                                .filter(header -> !header.name().equalsIgnoreCase(name)),
                        Stream.of(Header.secret(name, value)))
                .toList();
        return with(request, request.url(), headers);
    }

    private static Request withQuery(Request request, String name, String value) {
        String url = request.url();
        int hash = url.indexOf('#');
        String before = hash < 0 ? url : url.substring(0, hash);
        String pair = URLEncoder.encode(name, StandardCharsets.UTF_8) + "="
                + URLEncoder.encode(value, StandardCharsets.UTF_8);
        return with(request, before + (before.contains("?") ? "&" : "?") + pair, request.headers());
    }

    private static Request with(Request request, String url, List<Header> headers) {
        return new Request(
                request.method(),
                url,
                headers,
                request.body(),
                request.timeout(),
                request.followRedirects(),
                request.maxBytes());
    }
}
