package dev.tutti.workspace;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Signs people in by e-mail and password. Five wrong passwords a minute for one person from one place, twenty from one
 * place, thirty for one person; then comes a wait that doubles. Whether the person exists makes no difference, not even in
 * time.
 */
@Component
final class PasswordLogin implements AuthenticationProvider {

    /** Argon2id takes 16 MB for each password, so only a few are checked at once. */
    private static final int AT_ONCE = 4;

    private final Users users;
    private final PasswordEncoder passwords;
    private final Audit audit;
    private final String nobody;
    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final Attempts both;
    private final Attempts byPlace;
    private final Attempts byPerson;

    PasswordLogin(Users users, PasswordEncoder passwords, Audit audit, Clock clock) {
        this.users = users;
        this.passwords = passwords;
        this.audit = audit;
        this.nobody = passwords.encode("nobody");
        this.both = new Attempts(5, clock);
        this.byPlace = new Attempts(20, clock);
        this.byPerson = new Attempts(30, clock);
    }

    @Override
    public Authentication authenticate(Authentication wanted) {
        String email = String.valueOf(wanted.getName()).strip().toLowerCase(Locale.ROOT);
        String place = wanted.getDetails() instanceof WebAuthenticationDetails details
                ? String.valueOf(details.getRemoteAddress())
                : "";
        Map<Attempts, String> keys = Map.of(both, place + " " + email, byPlace, place, byPerson, email);
        Duration wait = keys.entrySet().stream()
                .map(entry -> entry.getKey().wait(entry.getValue()))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        if (wait.isPositive()) {
            throw new TooManyAttempts(wait);
        }
        UserRow row = users.row(email).orElse(null);
        boolean right = matches(String.valueOf(wanted.getCredentials()), row == null ? nobody : row.passwordHash);
        if (row == null || !right) {
            keys.forEach(Attempts::failed);
            audit.record("login.failed", row == null ? "unknown" : "user " + row.id);
            throw new BadCredentialsException("Wrong e-mail or password");
        }
        keys.forEach(Attempts::succeeded);
        audit.record("login.succeeded", "user " + row.id);
        return SignIn.authentication(new UserId(row.id), row.role);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private boolean matches(String password, String hash) {
        places.acquireUninterruptibly();
        try {
            return password.length() <= 1000 && passwords.matches(password, hash);
        } finally {
            places.release();
        }
    }
}
