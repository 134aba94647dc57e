package dev.tutti.engine;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The address of one invocation in a run: {@code 1#4/2#0} is what module 2 did with the bundle 4 of module 1.
 *
 * <p>The way there names a module only where it matters: one that emitted several bundles (with the bundle, from 0),
 * an aggregator (with the group) and a router (with the route). The last cell is the step itself, a filter being named
 * {@code ?n} by the module behind it. What a step drew from clock or chance has its own cell below: {@code 2#0/0#3}.
 */
public final class StepPath {
    private static final int FILTER = Integer.MIN_VALUE;

    private final @Nullable StepPath parent;
    private final int module;
    private final int number;
    private final int hash;

    private StepPath(@Nullable StepPath parent, int module, int number) {
        this.parent = parent;
        this.module = module;
        this.number = number;
        this.hash = 31 * (31 * (parent == null ? 17 : parent.hash) + module) + number;
    }

    public static StepPath of(int module, int number) {
        return new StepPath(null, module, number);
    }

    static StepPath under(@Nullable StepPath parent, int module, int number) {
        return new StepPath(parent, module, number);
    }

    /** The link filter before this module. */
    static StepPath filter(@Nullable StepPath parent, int to) {
        return new StepPath(parent, to | FILTER, 0);
    }

    /** The one below this. */
    public StepPath then(int module, int number) {
        return new StepPath(this, module, number);
    }

    public @Nullable StepPath parent() {
        return parent;
    }

    /** The module of the last cell; 0 for something drawn. */
    public int module() {
        return module & ~FILTER;
    }

    public int number() {
        return number;
    }

    public boolean isFilter() {
        return module < 0;
    }

    public boolean isDrawn() {
        return module == 0;
    }

    /** Reads what {@link #toString} wrote. */
    public static StepPath parse(String text) {
        StepPath path = null;
        for (String cell : text.split("/", -1)) {
            int hash = cell.indexOf('#');
            boolean filter = cell.startsWith("?");
            if (hash < 1) {
                throw new IllegalArgumentException("Not a step path: " + text);
            }
            int module = Integer.parseInt(cell.substring(filter ? 1 : 0, hash));
            int number = Integer.parseInt(cell.substring(hash + 1));
            path = new StepPath(path, filter ? module | FILTER : module, number);
        }
        return Objects.requireNonNull(path);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof StepPath that) || hash != that.hash) {
            return false;
        }
        StepPath a = this;
        StepPath b = that;
        while (a != b) {
            if (a == null || b == null || a.module != b.module || a.number != b.number) {
                return false;
            }
            a = a.parent;
            b = b.parent;
        }
        return true;
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        write(out);
        return out.toString();
    }

    private void write(StringBuilder out) {
        if (parent != null) {
            parent.write(out);
            out.append('/');
        }
        out.append(isFilter() ? "?" : "").append(module()).append('#').append(number);
    }
}
