package dev.tutti.expression;

/**
 * How much one evaluation may cost.
 *
 * @param steps functions applied, and a sixteenth of the list items gone through
 * @param size of any text, file or list it makes, in bytes (characters, for text)
 * @param nanos by the {@linkplain Scope#nanoTime() clock of the scope}
 */
public record Limits(int steps, int size, long nanos) {
    public static final Limits DEFAULT = new Limits(100_000, 8 << 20, 1_000_000_000L);

    /** The longest template, in characters; checked before it is parsed. */
    public static final int SOURCE = 8 * 1024;

    /** How deep functions, operators and brackets may be nested. */
    public static final int DEPTH = 64;
}
