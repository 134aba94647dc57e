package dev.tutti.e2e;

import dev.tutti.testing.Caller;
import dev.tutti.testing.PackagedApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The one application that all journeys visit, with an owner made by the headless start. */
final class SharedApplication {

    static final String EMAIL = "ada@example.com";
    static final String PASSWORD = "correct horse battery";
    private static final String TOKEN = "the-owners-token-in-journeys-0123456789";

    private static @Nullable PackagedApplication running;

    private SharedApplication() {}

    static synchronized PackagedApplication get() {
        if (running == null) {
            running = startAnother();
        }
        return running;
    }

    /** Another one like it, with nothing in it yet. */
    static PackagedApplication startAnother() {
        return PackagedApplication.start(
                newFolder(),
                Map.of(
                        "TUTTI_OWNER_EMAIL",
                        EMAIL,
                        "TUTTI_OWNER_PASSWORD",
                        PASSWORD,
                        "TUTTI_API_TOKEN",
                        TOKEN,
                        "TUTTI_OUTBOUND_ALLOW",
                        "127.0.0.0/8"));
    }

    /** Another one, in which nobody has been yet. */
    static PackagedApplication startEmpty() {
        return PackagedApplication.start(newFolder(), Map.of());
    }

    /** A program that calls the shared one in the owner's name. */
    static Caller api() {
        return api(get());
    }

    static Caller api(PackagedApplication application) {
        return Caller.nobody(URI.create(application.url()).getPort()).token(TOKEN);
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "journeys")), "tutti");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
