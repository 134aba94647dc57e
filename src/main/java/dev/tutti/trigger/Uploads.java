package dev.tutti.trigger;

import java.util.Locale;

/** Why the server could not read a multipart body. */
final class Uploads {

    private Uploads() {}

    /** The server says so by several exceptions of its own, of which only the names are alike. */
    static boolean isTooLarge(Throwable unreadable) {
        for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            String name = cause.getClass().getSimpleName().toLowerCase(Locale.ROOT);
            if (name.contains("sizelimit") || name.contains("countlimit")) {
                return true;
            }
        }
        return false;
    }
}
