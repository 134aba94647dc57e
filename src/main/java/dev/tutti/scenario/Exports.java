package dev.tutti.scenario;

import dev.tutti.value.Fields;
import java.util.Locale;
import java.util.Optional;

/** Writes scenarios for other installations and for Make. */
public interface Exports {

    /** What a file can look like. */
    enum Format {
        /** A blueprint that Make imports. */
        MAKE,
        /** Everything, for another installation of this product. */
        TUTTI
    }

    /**
     * The draft of a scenario as a file.
     *
     * @return empty where there is no such scenario
     */
    Optional<Answer> draft(ScenarioId scenario, Format format, Locale locale);

    /** A published version as a file; empty where there is none of this number. */
    Optional<Answer> version(ScenarioId scenario, int number, Format format, Locale locale);

    /** What became of an export. */
    sealed interface Answer {}

    /** Routes come together so often that Make's way of writing them would repeat modules without end. */
    record TooTangled() implements Answer {}

    /**
     * @param name of the scenario
     * @param file JSON
     * @param report what is not the same there
     */
    record Exported(String name, Fields file, ImportReport report) implements Answer {}
}
