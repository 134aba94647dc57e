package dev.tutti.builtin.http;

import dev.tutti.connection.Credentials;
import dev.tutti.outbound.Header;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** What the chosen connection adds to a request, and what must never come back out in a message. */
final class Authorization {

    private static final int WORTH_HIDING = 4;

    private final Optional<Credentials> credentials;

    Authorization(Optional<Credentials> credentials) {
        this.credentials = credentials;
    }

    boolean present() {
        return credentials.isPresent();
    }

    List<Header> headers() {
        return credentials
                .map(it -> switch (it) {
                    case Credentials.ApiKey key ->
                        key.place() == Credentials.ApiKey.Place.HEADER
                                ? List.of(Header.secret(key.name(), key.value()))
                                : List.<Header>of();
                    case Credentials.Basic basic -> List.of(Header.secret("Authorization", "Basic " + encoded(basic)));
                    case Credentials.Bearer bearer ->
                        List.of(Header.secret("Authorization", "Bearer " + bearer.token()));
                    case Credentials.Smtp _, Credentials.Imap _, Credentials.Database _, Credentials.FileServer _ -> List.<Header>of();
                })
                .orElse(List.of());
    }

    /** The query of the settings with what the connection adds to it. */
    Value query(Value pairs) {
        if (credentials.isPresent()
                && credentials.get() instanceof Credentials.ApiKey key
                && key.place() == Credentials.ApiKey.Place.QUERY) {
            List<Value> all = new ArrayList<>(pairs instanceof Items(List<Value> items) ? items : List.of());
            all.add(Fields.of("name", Text.of(key.name()), "value", Text.of(key.value())));
            return new Items(all);
        }
        return pairs;
    }

    /** The text without the secrets of the connection: servers like to repeat what they were sent. */
    String hide(String text) {
        String hidden = text;
        for (String secret : secrets()) {
            if (secret.length() >= WORTH_HIDING) {
                hidden =
                        hidden.replace(secret, "•••").replace(URLEncoder.encode(secret, StandardCharsets.UTF_8), "•••");
            }
        }
        return hidden;
    }

    private List<String> secrets() {
        return credentials
                .map(it -> switch (it) {
                    case Credentials.ApiKey key -> List.of(key.value());
                    case Credentials.Basic basic -> List.of(encoded(basic), basic.password());
                    case Credentials.Bearer bearer -> List.of(bearer.token());
                    case Credentials.Smtp _, Credentials.Imap _, Credentials.Database _, Credentials.FileServer _ -> List.<String>of();
                })
                .orElse(List.of());
    }

    private static String encoded(Credentials.Basic basic) {
        return Base64.getEncoder()
                .encodeToString((basic.user() + ":" + basic.password()).getBytes(StandardCharsets.UTF_8));
    }
}
