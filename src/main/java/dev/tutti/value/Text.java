package dev.tutti.value;

/** A piece of text, possibly empty. */
public record Text(String text) implements Value {
    public static final Text EMPTY = new Text("");

    public static Text of(String text) {
        return text.isEmpty() ? EMPTY : new Text(text);
    }
}
