package dev.tutti.connector;

import dev.tutti.engine.Effect;
import dev.tutti.value.Fields;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A {@link ModuleSpec} while it is being written down; see there for what each part means. */
public final class SpecWriter {

    private final String ref;
    private final Kind kind;
    private final Function<Fields, Effect> effect;
    private int version = 1;
    private Optional<Structural> structural = Optional.empty();
    private List<Field> fields = List.of();
    private List<Output> outputs = List.of();
    private boolean open;
    private @Nullable Fields example;
    private String icon = "box";
    private String tint = "#465350";
    private Set<String> connectionTypes = Set.of();
    private boolean connectionRequired;
    private List<MakeEquivalent> make = List.of();
    private String words = "";

    SpecWriter(String ref, Kind kind, Function<Fields, Effect> effect) {
        this.ref = ref;
        this.kind = kind;
        this.effect = effect;
    }

    SpecWriter role(Structural role) {
        structural = Optional.of(role);
        return this;
    }

    public SpecWriter version(int number) {
        version = number;
        return this;
    }

    /** A Lucide icon on a disc of this colour. */
    public SpecWriter disc(String icon, String tint) {
        this.icon = icon;
        this.tint = tint;
        return this;
    }

    public SpecWriter fields(Field... all) {
        fields = List.of(all);
        return this;
    }

    public SpecWriter outputs(Output... all) {
        outputs = List.of(all);
        return this;
    }

    /** More may come out than the outputs say. */
    public SpecWriter open() {
        open = true;
        return this;
    }

    /** Needs a connection of one of these types. */
    public SpecWriter needsConnection(String... types) {
        connectionTypes = Set.of(types);
        connectionRequired = true;
        return this;
    }

    /** Can use a connection of one of these types. */
    public SpecWriter mayUseConnection(String... types) {
        connectionTypes = Set.of(types);
        return this;
    }

    public SpecWriter make(MakeEquivalent... equivalents) {
        make = List.of(equivalents);
        return this;
    }

    /** The module's texts, one a line: {@code name = English | French}. */
    public SpecWriter words(String lines) {
        words = lines;
        return this;
    }

    public SpecWriter example(Fields bundle) {
        example = bundle;
        return this;
    }

    public ModuleSpec done() {
        if (example == null) {
            throw new IllegalStateException(ref + " needs an example of what it returns.");
        }
        return new ModuleSpec(
                ref,
                version,
                kind,
                structural,
                effect,
                fields,
                outputs,
                open,
                example,
                icon,
                tint,
                connectionTypes,
                connectionRequired,
                make,
                words);
    }
}
