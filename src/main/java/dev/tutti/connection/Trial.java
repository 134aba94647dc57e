package dev.tutti.connection;

/** What a test of a connection found, in words for the person who asked. */
public record Trial(boolean working, String message) {}
