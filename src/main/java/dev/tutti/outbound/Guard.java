package dev.tutti.outbound;

import dev.tutti.outbound.Refused.Reason;
import java.net.InetAddress;
import java.util.Optional;

/** Decides which address may be connected. Everything that leaves this machine is asked here. */
final class Guard {

    private final AllowedNetworks allowed;

    Guard(AllowedNetworks allowed) {
        this.allowed = allowed;
    }

    /** Why this address on this port may not be connected; empty if it may. */
    Optional<Refused> refusal(InetAddress address, int port, Protocol protocol) {
        if (opened(address)) {
            return Optional.empty();
        }
        if (!PublicAddresses.contain(address)) {
            return Optional.of(new Refused(Reason.PRIVATE_ADDRESS, address.getHostAddress()));
        }
        return protocol.speaksOn(port)
                ? Optional.empty()
                : Optional.of(new Refused(Reason.PORT, Integer.toString(port)));
    }

    /** Whether this address may be connected on some port. */
    boolean reachable(InetAddress address) {
        return opened(address) || PublicAddresses.contain(address);
    }

    /** Cloud metadata is link-local: a wide network such as 0.0.0.0/0 does not open it, naming it does. */
    private boolean opened(InetAddress address) {
        return allowed.networks().stream()
                .filter(network -> network.contains(address))
                .anyMatch(
                        network -> !PublicAddresses.linkLocal(address) || PublicAddresses.linkLocal(network.address()));
    }
}
