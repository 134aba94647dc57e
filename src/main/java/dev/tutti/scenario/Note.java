package dev.tutti.scenario;

import java.util.OptionalInt;

/**
 * A note on the canvas.
 *
 * @param text plain text with a little Markdown
 * @param tint one of amber, blue, green, rose
 * @param module the number of the module it moves with, if any
 */
public record Note(String id, Position at, Size size, String text, String tint, OptionalInt module) {

    /** Width and height in pixels. */
    public record Size(int width, int height) {}
}
