package dev.tutti.outbound;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/**
 * The guarded sockets for database drivers, which know a socket factory by the name of its class only and make it
 * themselves. There is one guard in a process, so they share it.
 */
public final class JdbcSockets extends SocketFactory {

    private static volatile SocketFactory guarded = new Closed();

    /** From now on, drivers connect through these. */
    static void open(SocketFactory sockets) {
        guarded = sockets;
    }

    @Override
    public Socket createSocket() throws IOException {
        return guarded.createSocket();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return guarded.createSocket(host, port);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return guarded.createSocket(host, port, local, localPort);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return guarded.createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return guarded.createSocket(host, port, local, localPort);
    }

    /** Before the guard stands, nothing goes out. */
    private static final class Closed extends SocketFactory {

        @Override
        public Socket createSocket() throws IOException {
            throw new IOException("The way out is not open yet");
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return createSocket();
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
            return createSocket();
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return createSocket();
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
            return createSocket();
        }
    }
}
