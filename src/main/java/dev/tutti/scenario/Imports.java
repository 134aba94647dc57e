package dev.tutti.scenario;

import java.util.List;
import java.util.Locale;

/** Takes over blueprints of other products. Nothing is run and nothing is asked of the network. */
public interface Imports {

    /** Makes a scenario of a blueprint of Make: bare, in its API's wrapper, as text, or a clipboard fragment. */
    Answer make(byte[] json, Locale locale, Author by);

    /** What became of an import. */
    sealed interface Answer {}

    record Imported(ScenarioId scenario, ImportReport report) implements Answer {}

    /** Nothing was kept; the sentence is {@code import.<code>} with the arguments. */
    record Rejected(String code, List<String> arguments) implements Answer {}
}
