package dev.tutti.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.Dns;

/** Leaves out forbidden addresses already when a name is looked up; the socket checks again. */
final class GuardedDns implements Dns {

    private final Guard guard;
    private final Dns names;

    GuardedDns(Guard guard, Dns names) {
        this.guard = guard;
        this.names = names;
    }

    @Override
    public List<InetAddress> lookup(String hostname) throws UnknownHostException {
        List<InetAddress> allowed =
                names.lookup(hostname).stream().filter(guard::reachable).toList();
        if (allowed.isEmpty()) {
            throw new ForbiddenHost(hostname);
        }
        return allowed;
    }
}
