package dev.tutti.scenario;

import java.util.List;

/**
 * How well a blueprint of another product came over.
 *
 * @param todo sentences that say what a person still has to do; with none it can be published and run at once
 */
public record ImportReport(List<Line> modules, List<String> todo) {

    /** One module: its number here, its name there, and what changed. */
    public record Line(int id, String module, Grade grade, List<String> notes) {}

    /** How close the result is. */
    public enum Grade {
        EXACT,
        APPROXIMATE,
        UNSUPPORTED
    }
}
