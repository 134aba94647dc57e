package dev.tutti.engine;

import java.util.List;

/** How an aggregator makes one bundle of many. */
public sealed interface Gathering {
    /** {@code array}: what the mapping gives for each bundle, and {@code __IMTAGGLENGTH__}. */
    record Listing(Mapping item) implements Gathering {}

    /** {@code text}: the texts, with this between them. */
    record Joining(Mapping text, String separator) implements Gathering {}

    /** {@code result}: one number of many; empty values do not count. */
    record Numbers(Function function, Mapping value) implements Gathering {}

    /** {@code text}: a line for each bundle. */
    record Table(List<Mapping> columns, String columnSeparator, String rowSeparator) implements Gathering {
        public Table {
            columns = List.copyOf(columns);
        }
    }

    /**
     * What a module makes of all the items: it is called once for each group, with its settings and {@code items}, when
     * the operation of the source is over.
     *
     * @param module one whose effect is none
     */
    record Made(String module, int version, Mapping item, Mapping settings) implements Gathering {}

    enum Function {
        SUM,
        AVG,
        COUNT,
        MAX,
        MIN
    }
}
