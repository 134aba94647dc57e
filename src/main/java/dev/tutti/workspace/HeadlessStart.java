package dev.tutti.workspace;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;

/**
 * Creates the owner and a token from the configuration ({@code TUTTI_OWNER_EMAIL}, {@code TUTTI_OWNER_PASSWORD},
 * {@code TUTTI_API_TOKEN}) before the first request can come in. Where there is somebody already, it creates nobody.
 */
@Component
final class HeadlessStart implements SmartInitializingSingleton {

    /** The token's name in the list of tokens. Another text in the variable takes the place of the old one. */
    static final String TOKEN_NAME = "TUTTI_API_TOKEN";

    static final int SHORTEST_TOKEN = 32;

    private static final Logger LOG = LoggerFactory.getLogger(HeadlessStart.class);

    /** What the configuration asks for; empty where it asks for nothing. */
    @ConfigurationProperties("tutti")
    record Wanted(Owner owner, @DefaultValue("") String apiToken) {

        record Owner(
                @DefaultValue("") String email,
                @DefaultValue("") String password) {

            @Override
            public String toString() {
                return "Owner[" + email + "]";
            }
        }

        Wanted(@DefaultValue Owner owner, @DefaultValue("") String apiToken) {
            this.owner = owner;
            this.apiToken = apiToken;
        }

        @Override
        public String toString() {
            return "Wanted[" + owner + "]";
        }
    }

    private final Wanted wanted;
    private final Users users;
    private final Tokens tokens;
    private final Messages messages;

    HeadlessStart(Wanted wanted, Users users, Tokens tokens, Messages messages) {
        this.wanted = wanted;
        this.users = users;
        this.tokens = tokens;
        this.messages = messages;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Wanted.Owner owner = wanted.owner();
        if (owner.email().isEmpty() != owner.password().isEmpty()) {
            throw new StartRefused(
                    "Only one of TUTTI_OWNER_EMAIL and TUTTI_OWNER_PASSWORD is set.",
                    "Set both to create the owner at the first start, or neither to create the owner in the browser.");
        }
        if (!owner.email().isEmpty() && !users.any()) {
            createOwner(owner);
        }
        if (!wanted.apiToken().isEmpty()) {
            createToken(wanted.apiToken());
        }
    }

    private void createOwner(Wanted.Owner owner) {
        NewUser first = new NewUser("", owner.email(), owner.password(), Role.OWNER, Preferences.NONE);
        switch (users.create(first)) {
            case Users.Result.Done(User user) -> LOG.info("Created the owner {}", user.email());
            case Users.Result.Invalid(String field, String message) ->
                throw new StartRefused(
                        "TUTTI_OWNER_%s cannot be used: %s"
                                .formatted(
                                        field.toUpperCase(java.util.Locale.ROOT),
                                        messages.text(message, java.util.Locale.ENGLISH)),
                        "Change the variable and start again.");
        }
    }

    private void createToken(String text) {
        if (text.length() < SHORTEST_TOKEN) {
            throw new StartRefused(
                    "TUTTI_API_TOKEN has %d characters, which could be guessed.".formatted(text.length()),
                    "Use at least %d characters, such as the output of: openssl rand -hex 32"
                            .formatted(SHORTEST_TOKEN));
        }
        User owner = users.firstOwner()
                .orElseThrow(() -> new StartRefused(
                        "TUTTI_API_TOKEN is set, but there is no owner whose token it could be.",
                        "Set TUTTI_OWNER_EMAIL and TUTTI_OWNER_PASSWORD too."));
        tokens.replace(owner.id(), TOKEN_NAME, text);
    }
}
