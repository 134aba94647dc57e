package dev.tutti.expression;

/** A stretch of the source, in UTF-16 characters from 0; {@code to} is the first character after it. */
public record Span(int from, int to) {}
