package dev.tutti.value;

/** How a message shows a value: its kind, and the beginning of a text or number. */
final class Sample {
    private static final int SHOWN = 40;

    private Sample() {}

    static String kind(Value value) {
        return switch (value) {
            case Nothing _ -> "nothing";
            case Text(String text) -> text.isBlank() ? "nothing" : "text";
            case Num _ -> "text";
            case Bool _ -> "bool";
            case Moment _ -> "moment";
            case Blob _ -> "blob";
            case Items _ -> "items";
            case Fields _ -> "fields";
        };
    }

    static String of(Value value) {
        String text = switch (value) {
            case Text(String content) -> content;
            case Num number -> number.plain();
            case Blob blob -> blob.name();
            case Nothing _, Bool _, Moment _, Items _, Fields _ -> "";
        };
        String line =
                text.substring(0, Math.min(text.length(), SHOWN * 2)).strip().replaceAll("\\s+", " ");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }
}
