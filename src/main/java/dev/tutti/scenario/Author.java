package dev.tutti.scenario;

import dev.tutti.workspace.UserId;

/** Who changed something, as it is shown to others later. */
public record Author(UserId user, String name) {

    /** The program itself. */
    public static final Author SYSTEM = new Author(new UserId(0), "Tutti");
}
