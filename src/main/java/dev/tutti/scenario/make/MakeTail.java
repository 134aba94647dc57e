package dev.tutti.scenario.make;

import dev.tutti.scenario.exchange.Filters;
import dev.tutti.scenario.exchange.Sheet;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import java.util.Optional;

/**
 * An end of a flow while it is drawn, to which the next module is linked.
 *
 * @param branch that of an If-else, from 0; -1 elsewhere
 */
record MakeTail(
        int from,
        int order,
        Optional<String> name,
        Optional<Fields> filter,
        boolean fallback,
        boolean disabled,
        boolean error,
        int branch) {

    static MakeTail after(int no, int branch) {
        return new MakeTail(no, 1, Optional.empty(), Optional.empty(), false, false, false, branch);
    }

    static MakeTail failing(int no) {
        return new MakeTail(no, 1, Optional.empty(), Optional.empty(), false, false, true, -1);
    }

    MakeTail inBranch(int index) {
        return new MakeTail(from, order, name, filter, fallback, disabled, error, index);
    }

    MakeTail filtered(Optional<Fields> more) {
        return new MakeTail(from, order, name, Filters.both(filter, more), fallback, disabled, error, branch);
    }

    Sheet.Way to(int no, Optional<String> called) {
        return new Sheet.Way(from, no, order, name.or(() -> called), filter, fallback, disabled, error, Items.EMPTY);
    }
}
