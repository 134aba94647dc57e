package dev.tutti.outbound;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.net.SocketFactory;

/**
 * The guarded sockets for database drivers, which know a socket factory by the name of its class only and make it
 * themselves: what they connect in {@link #through} goes through the sockets given there, and nothing else connects.
 */
public final class JdbcSockets extends SocketFactory {

    /** Inherited, because a driver may connect in a thread of its own. */
    private static final ThreadLocal<SocketFactory> GUARDED = new InheritableThreadLocal<>();

    /** A driver at work. */
    public interface Opening {
        Connection open() throws SQLException;
    }

    /** Opens a connection through these sockets. */
    public static Connection through(SocketFactory guarded, Opening opening) throws SQLException {
        GUARDED.set(guarded);
        try {
            return opening.open();
        } finally {
            GUARDED.remove();
        }
    }

    private static SocketFactory guarded() throws IOException {
        return Optional.ofNullable(GUARDED.get())
                .orElseThrow(() -> new IOException("A driver wants to connect where nobody asked it to"));
    }

    @Override
    public Socket createSocket() throws IOException {
        return guarded().createSocket();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return guarded().createSocket(host, port);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return guarded().createSocket(host, port, local, localPort);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return guarded().createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return guarded().createSocket(host, port, local, localPort);
    }
}
