package dev.tutti.api;

import dev.tutti.workspace.SignIn;
import dev.tutti.workspace.Tokens;
import dev.tutti.workspace.User;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;

/** Signs a program in by its token (RFC 6750), for this request only. A wrong token is an error, not a visitor. */
final class BearerFilter extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final Tokens tokens;
    private final SignIn signIn;
    private final Problems problems;

    BearerFilter(Tokens tokens, SignIn signIn, Problems problems) {
        this.tokens = tokens;
        this.signIn = signIn;
        this.problems = problems;
    }

    /** Whether a program is asking. A browser never sends this by itself, so such a request needs no CSRF token. */
    static boolean carriesToken(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!carriesToken(request)) {
            chain.doFilter(request, response);
            return;
        }
        Optional<User> owner = tokens.owner(
                request.getHeader("Authorization").substring(SCHEME.length()).strip());
        if (owner.isEmpty()) {
            signIn.nobody();
            response.setHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
            problems.write(request, response, new Problem(401, "wrong-token"));
            return;
        }
        signIn.request(owner.get());
        try {
            chain.doFilter(request, response);
        } finally {
            signIn.nobody();
        }
    }
}
