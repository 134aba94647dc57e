package dev.tutti.builtin.text;

import java.time.Duration;

/** A text that looks at the clock while it is read. */
final class TimedText implements CharSequence {

    /** Ends the search; caught where it began. */
    static final class TooSlow extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooSlow() {
            super(null, null, false, false);
        }
    }

    private final String text;
    private final long deadline;
    private int reads;

    TimedText(String text, Duration patience) {
        this.text = text;
        this.deadline = System.nanoTime() + patience.toNanos();
    }

    @Override
    public char charAt(int at) {
        if ((++reads & 0xFFFF) == 0 && System.nanoTime() - deadline > 0) {
            throw new TooSlow();
        }
        return text.charAt(at);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int from, int to) {
        return text.substring(from, to);
    }

    @Override
    public String toString() {
        return text;
    }
}
