package dev.tutti.run;

import java.util.List;

/**
 * Where a run stands after a walk, and what is noted besides in the same commit.
 *
 * @param keeps whether data of a confidential run have to stay, because a bundle of it waits to go on
 */
record Settlement(Standing standing, List<Write> besides, boolean keeps) {

    static Settlement of(Standing standing) {
        return new Settlement(standing, List.of(), false);
    }

    Settlement with(boolean kept) {
        return new Settlement(standing, besides, kept);
    }
}
