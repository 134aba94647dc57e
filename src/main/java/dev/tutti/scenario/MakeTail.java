package dev.tutti.scenario;

import java.util.Optional;

/** An end of a flow while it is drawn, to which the next module is linked. {@code branch} is that of an If-else. */
record MakeTail(
        int from,
        int order,
        Optional<String> name,
        Optional<LinkFilter> filter,
        boolean fallback,
        boolean disabled,
        int branch) {

    static MakeTail after(int no, int branch) {
        return new MakeTail(no, 1, Optional.empty(), Optional.empty(), false, false, branch);
    }

    MakeTail inBranch(int index) {
        return new MakeTail(from, order, name, filter, fallback, disabled, index);
    }

    MakeTail filtered(Optional<LinkFilter> more) {
        return new MakeTail(from, order, name, MakeFilter.both(filter, more), fallback, disabled, branch);
    }
}
