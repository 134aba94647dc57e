package dev.tutti.scenario;

import dev.tutti.value.Message;
import java.util.Locale;

/** Takes over scenarios of other products. Nothing is run and nothing is asked of the network. */
public interface Imports {

    /** The largest file, in bytes. */
    int LARGEST = 10_000_000;

    /**
     * Makes a scenario of a file, whose format is found out: a blueprint of Make (bare, in its API's wrapper, as text, or
     * a clipboard fragment), a workflow of n8n, or our own export.
     */
    Answer take(byte[] file, Locale locale, Author by);

    /** What became of an import. */
    sealed interface Answer {}

    record Imported(ScenarioId scenario, ImportReport report) implements Answer {}

    /** Nothing was kept. The code is for programs: broken, too-large, too-many-modules, not-a-blueprint or unusable. */
    record Rejected(String code, Message said) implements Answer {}
}
