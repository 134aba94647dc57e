package dev.tutti.connector;

import java.time.Instant;
import java.util.Locale;

/** Where a polling trigger shall start. */
public sealed interface StartAt {

    /** The same without what belongs to it. */
    enum Kind {
        NOW,
        DATE,
        ID,
        ALL,
        PICK;

        /** The name in JSON. */
        public String json() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Kind kind();

    /** With what comes from now on. */
    record Now() implements StartAt {
        @Override
        public Kind kind() {
            return Kind.NOW;
        }
    }

    /** With what is as old as this, or newer. */
    record SinceDate(Instant date) implements StartAt {
        @Override
        public Kind kind() {
            return Kind.DATE;
        }
    }

    /** With what comes after this one. */
    record AfterId(String id) implements StartAt {
        @Override
        public Kind kind() {
            return Kind.ID;
        }
    }

    /** With the oldest there is. */
    record All() implements StartAt {
        @Override
        public Kind kind() {
            return Kind.ALL;
        }
    }

    /** With this {@link Polling.Candidate} itself. */
    record With(String id) implements StartAt {
        @Override
        public Kind kind() {
            return Kind.PICK;
        }
    }
}
