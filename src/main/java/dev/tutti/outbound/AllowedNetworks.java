package dev.tutti.outbound;

import java.util.List;

/** The private networks that an administrator opened. Asked at every new connection, so a change counts at once. */
@FunctionalInterface
public interface AllowedNetworks {

    /** Nothing private at all. */
    AllowedNetworks NONE = List::of;

    List<Network> networks();
}
