package dev.tutti.expression;

import dev.tutti.value.Blob;
import dev.tutti.value.Value;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;

/**
 * The world as an expression sees it. Everything that is not a pure function of the template comes from here, so that
 * a run which is walked again sees the same world again.
 */
public interface Scope {
    /** The output bundle of this module, {@code Nothing.NULL} where it has none here. */
    Value module(int no);

    /**
     * Data by name. {@code var.scenario.name} asks for {@code "var.scenario"} and takes {@code name} of it; any other
     * name that was declared when parsing is asked for as it is. {@code Nothing.NULL} where it is unknown.
     */
    Value variable(String name);

    /** A field of data by name, where only that is asked for. */
    default Value variable(String name, String field) {
        return Paths.field(variable(name), field);
    }

    Instant now();

    /** From 0 to below 1. */
    double random();

    UUID uuid();

    String executionId();

    /** The zone of dates that name none. */
    ZoneId zone();

    /** The language of the names of months and days, and the first day of the week. */
    Locale locale();

    /**
     * The content of a file, asked for only where a function needs it as text or digest; never more than 8 MB.
     *
     * @throws IllegalArgumentException where this scope has no blob store, or the file is too large or gone
     */
    default byte[] bytes(Blob blob) {
        if (blob.content() instanceof Blob.Content.Inline(byte[] bytes)) {
            return bytes;
        }
        throw new IllegalArgumentException("Stored files cannot be read here");
    }

    /** A clock that only goes forward, for the time limit; one that stands still sets no limit. */
    default long nanoTime() {
        return 0;
    }

    default Limits limits() {
        return Limits.DEFAULT;
    }
}
