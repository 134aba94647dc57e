package dev.tutti.outbound;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnknownHostException;

/** A socket that asks the guard about the very address it is about to connect, so that no later lookup can differ. */
final class GuardedSocket extends Socket {

    private final Guard guard;
    private final Protocol protocol;

    GuardedSocket(Guard guard, Protocol protocol) {
        super(Proxy.NO_PROXY);
        this.guard = guard;
        this.protocol = protocol;
    }

    @Override
    public void connect(SocketAddress endpoint) throws IOException {
        connect(endpoint, 0);
    }

    @Override
    public void connect(SocketAddress endpoint, int timeout) throws IOException {
        if (!(endpoint instanceof InetSocketAddress internet) || internet.isUnresolved()) {
            throw new UnknownHostException(String.valueOf(endpoint));
        }
        Refused refusal = guard.refusal(internet.getAddress(), internet.getPort(), protocol)
                .orElse(null);
        if (refusal != null) {
            close();
            throw new ForbiddenAddress(refusal);
        }
        super.connect(endpoint, timeout);
    }
}
