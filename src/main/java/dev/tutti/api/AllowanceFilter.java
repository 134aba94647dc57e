package dev.tutti.api;

import dev.tutti.workspace.SignedIn;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a person, with all their tokens and windows together, ask only so often. Nobody in particular is refused anyway. */
final class AllowanceFilter extends OncePerRequestFilter {

    private final Allowance allowance;
    private final Problems problems;

    AllowanceFilter(Allowance allowance, Problems problems) {
        this.allowance = allowance;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        Duration wait = who != null && who.getPrincipal() instanceof SignedIn person
                ? allowance.take(person.getName())
                : Duration.ZERO;
        if (wait.isZero()) {
            chain.doFilter(request, response);
            return;
        }
        long seconds = Math.max(1, (wait.toMillis() + 999) / 1_000);
        response.setHeader("Retry-After", Long.toString(seconds));
        problems.write(request, response, new Problem(429, "too-often", seconds));
    }
}
