package dev.tutti.scenario;

import dev.tutti.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One value that a scenario is given when it starts, {@code {{var.input.name}}}, or gives back when it ends.
 *
 * @param name as expressions write it
 * @param label what people read in its place
 * @param otherwise what an input is when nothing is given; JSON {@code default}
 * @param options the choices of a {@link Type#SELECT}
 * @param multiline whether a text may have several lines
 */
public record Parameter(
        String name,
        Optional<String> label,
        Type type,
        boolean required,
        Optional<Value> otherwise,
        Optional<String> help,
        List<String> options,
        boolean multiline) {

    /** What sort of value it is; Make's list. */
    public enum Type {
        TEXT,
        NUMBER,
        INTEGER,
        UINTEGER,
        BOOLEAN,
        DATE,
        SELECT,
        ARRAY,
        COLLECTION,
        EMAIL,
        URL,
        UUID,
        COLOR,
        ANY;

        /** The name in JSON. */
        public String json() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Parameter {
        options = List.copyOf(options);
    }

    public static Parameter of(String name, Type type, boolean required) {
        return new Parameter(
                name, Optional.empty(), type, required, Optional.empty(), Optional.empty(), List.of(), false);
    }
}
