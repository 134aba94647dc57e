package dev.tutti.scenario;

/** A place on the canvas, in pixels at 100 % zoom; x grows to the right, y downwards. */
public record Position(int x, int y) {

    /** How far from the middle something may lie, in pixels. */
    public static final int FARTHEST = 1_000_000;
}
