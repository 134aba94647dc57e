package dev.tutti.scenario;

import java.util.List;

/**
 * How well a scenario of another product came over, or went there.
 *
 * @param format where it came from or went: {@code make}, {@code n8n} or {@code tutti}
 * @param todo sentences that say what a person still has to do; with none it can be published and run at once
 * @param connect what has to be chosen or made here because it does not travel in files
 * @param repairs what was put right in a file that is no correct JSON
 * @param notes what concerns the scenario as a whole
 */
public record ImportReport(
        String format,
        List<Line> modules,
        List<String> todo,
        List<Need> connect,
        List<Repair> repairs,
        List<String> notes) {

    /** One module: its number here, its name there, and what changed. */
    public record Line(int id, String module, Grade grade, List<String> notes) {}

    /**
     * Something outside the file that modules use.
     *
     * @param kind connection, webhook, datastore, key, structure, scenario, device or agent
     * @param label what it was called there; may be empty
     * @param modules the numbers here of the modules that use it
     * @param ready whether nothing is left to do: webhooks are made with the scenario
     */
    public record Need(String kind, String label, List<Integer> modules, boolean ready) {}

    /** What was read otherwise than it was written, with its place in the file, from 1. */
    public record Repair(int line, int column, String what) {}

    /** How close the result is. */
    public enum Grade {
        EXACT,
        APPROXIMATE,
        UNSUPPORTED
    }

    /** How many modules have this grade. */
    public long count(Grade grade) {
        return modules.stream().filter(line -> line.grade() == grade).count();
    }
}
