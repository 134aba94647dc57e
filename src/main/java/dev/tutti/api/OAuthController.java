package dev.tutti.api;

import dev.tutti.connection.ConnectionId;
import dev.tutti.connection.OAuthVisits;
import dev.tutti.connection.OAuthVisits.Ended;
import dev.tutti.workspace.Action;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The way of a browser to an authorization server and back; both ends are for people who are signed in here. */
@RestController
@RequestMapping("/oauth")
class OAuthController {

    private final OAuthVisits visits;
    private final PublicAddress address;

    OAuthController(OAuthVisits visits, PublicAddress address) {
        this.visits = visits;
        this.address = address;
    }

    @GetMapping("/start/{id}")
    @Allowed(Action.CONNECTION_EDIT)
    ResponseEntity<Void> start(@PathVariable long id) {
        return to(visits.begin(new ConnectionId(id), back()).orElseThrow(Problem::notFound));
    }

    /** Goes on to the page of connections, which says how it went. */
    @GetMapping("/callback")
    @Allowed(Action.CONNECTION_EDIT)
    ResponseEntity<Void> callback(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String error) {
        Ended ended = visits.end(
                state, Optional.ofNullable(code).filter(text -> !text.isBlank()), Optional.ofNullable(error), back());
        String how = switch (ended) {
            case Ended.SignedIn _ -> "done";
            case Ended.Unknown _ -> "unknown";
            case Ended.Refused _ -> "refused";
            case Ended.Unreachable _ -> "unreachable";
        };
        return to(URI.create("/connections?oauth=" + how));
    }

    private String back() {
        return address.root() + "/oauth/callback";
    }

    private static ResponseEntity<Void> to(URI uri) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(uri).build();
    }
}
