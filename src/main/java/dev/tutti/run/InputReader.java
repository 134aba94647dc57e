package dev.tutti.run;

import dev.tutti.value.Fields;
import java.util.List;

/** Turns a stored raw input into the bundles it was parsed to; the same bytes always give the same bundles. */
public interface InputReader {

    /** The name stored with the input. */
    String name();

    /** The bundles of a stored body. */
    List<Fields> read(String head, byte[] body);
}
