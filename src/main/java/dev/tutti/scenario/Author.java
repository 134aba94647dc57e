package dev.tutti.scenario;

/** Who changed something, as it is shown to others later. */
public record Author(long user, String name) {

    /** The program itself. */
    public static final Author SYSTEM = new Author(0, "Tutti");
}
