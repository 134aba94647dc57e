package dev.tutti.connection;

import java.util.Locale;

/** Tries out connections of one type by signing in. Written by whoever speaks to such servers. */
public interface Probe {

    ConnectionType type();

    /** Signs in and out again; how it went, in words for the person who asked. Never throws. */
    Trial tryOut(Credentials credentials, Locale locale);
}
