package dev.tutti.api;

import dev.tutti.workspace.Action;
import dev.tutti.workspace.Token;
import dev.tutti.workspace.TokenId;
import dev.tutti.workspace.Tokens;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A person's own API tokens. */
@RestController
@RequestMapping("/api/v1/tokens")
class TokensController {

    record TokenView(
            String id,
            String name,
            String beginning,
            Instant createdAt,
            @Nullable Instant lastUsedAt) {

        static TokenView of(Token token) {
            return new TokenView(
                    token.id().toString(),
                    token.name(),
                    token.beginning(),
                    token.createdAt(),
                    token.lastUsedAt().orElse(null));
        }
    }

    record NewToken(String name) {}

    /** The only answer that ever holds the token's text. */
    record IssuedToken(String id, String name, String token) {}

    private final Tokens tokens;

    TokensController(Tokens tokens) {
        this.tokens = tokens;
    }

    @GetMapping
    @Allowed(Action.TOKEN_OWN)
    Items<TokenView> list() {
        return new Items<>(tokens.own().stream().map(TokenView::of).toList());
    }

    @PostMapping
    @Allowed(Action.TOKEN_OWN)
    @ResponseStatus(HttpStatus.CREATED)
    IssuedToken issue(@RequestBody NewToken wanted) {
        if (wanted.name() == null || wanted.name().isBlank() || wanted.name().length() > 200) {
            throw Problem.field("name", "api.token.name");
        }
        Tokens.Issued issued = tokens.issue(wanted.name().strip());
        return new IssuedToken(issued.token().id().toString(), issued.token().name(), issued.text());
    }

    @DeleteMapping("/{id}")
    @Allowed(Action.TOKEN_OWN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable long id) {
        if (!tokens.revoke(new TokenId(id))) {
            throw Problem.notFound();
        }
    }
}
