package dev.tutti.workspace;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Creates the owner on the first visit. It works only while there is nobody; from another machine it asks for the code
 * that the console shows.
 */
@Component
public final class Setup {

    private static final Logger LOG = LoggerFactory.getLogger(Setup.class);
    private static final String CODE_LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    /** What the first visitor gives. The code is needed only if {@link #needsCode} says so. */
    public record Owner(
            String name,
            String email,
            String password,
            Preferences preferences,
            @Nullable String code) {

        @Override
        public String toString() {
            return "Owner[" + email + "]";
        }
    }

    /** What came of it. */
    public sealed interface Result {
        record Created(User owner) implements Result {}

        /** One field is wrong; {@code message} is a key of the texts, such as {@code workspace.password.short}. */
        record Invalid(String field, String message) implements Result {}

        /** The code was wrong too often; it can be tried again after this time. */
        record Wait(Duration time) implements Result {}

        /** Somebody was created before. */
        record Closed() implements Result {}
    }

    private final Users users;
    private final Attempts attempts;
    private final ReentrantLock lock = new ReentrantLock();
    private final String code = code();

    Setup(Users users, Clock clock) {
        this.users = users;
        this.attempts = new Attempts(5, clock);
    }

    /** Whether there is nobody yet. */
    public boolean open() {
        return !users.any();
    }

    /** Whether this visitor has to give the code of the console. */
    public boolean needsCode(Visitor visitor) {
        return !visitor.local();
    }

    /** Creates the owner. */
    public Result create(Owner owner, Visitor visitor) {
        lock.lock();
        try {
            if (!open()) {
                return new Result.Closed();
            }
            if (needsCode(visitor)) {
                // All guess the same code, so all wait together.
                Duration wait = attempts.wait("code");
                if (wait.isPositive()) {
                    return new Result.Wait(wait);
                }
                if (!matches(owner.code())) {
                    attempts.failed("code");
                    return new Result.Invalid("code", "workspace.setup.code.wrong");
                }
            }
            return switch (users.create(
                    new NewUser(owner.name(), owner.email(), owner.password(), Role.OWNER, owner.preferences()))) {
                case Users.Result.Done(User created) -> new Result.Created(created);
                case Users.Result.Invalid(String field, String message) -> new Result.Invalid(field, message);
            };
        } finally {
            lock.unlock();
        }
    }

    /** What the console shows, for tests. */
    String consoleCode() {
        return code;
    }

    @EventListener(ApplicationReadyEvent.class)
    void sayHowToBegin() {
        if (open()) {
            LOG.info(
                    "Nobody is here yet. Open the page to create the owner; from another machine the code is {}", code);
        }
    }

    private boolean matches(@Nullable String given) {
        String plain = given == null ? "" : given.strip().toUpperCase(java.util.Locale.ROOT);
        return MessageDigest.isEqual(plain.getBytes(StandardCharsets.UTF_8), code.getBytes(StandardCharsets.UTF_8));
    }

    private static String code() {
        SecureRandom random = new SecureRandom();
        StringBuilder letters = new StringBuilder();
        for (int place = 0; place < 8; place++) {
            letters.append(place == 4 ? "-" : "").append(CODE_LETTERS.charAt(random.nextInt(CODE_LETTERS.length())));
        }
        return letters.toString();
    }
}
