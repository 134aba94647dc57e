package dev.tutti.outbound;

import com.jcraft.jsch.SocketFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;

/** The guarded sockets in the form the SSH library wants. */
public record SshSockets(javax.net.SocketFactory guarded, int connectMillis) implements SocketFactory {

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        Socket socket = guarded.createSocket();
        try {
            socket.connect(new InetSocketAddress(host, port), connectMillis);
            return socket;
        } catch (IOException failed) {
            socket.close();
            throw failed;
        }
    }

    @Override
    public InputStream getInputStream(Socket socket) throws IOException {
        return socket.getInputStream();
    }

    @Override
    public OutputStream getOutputStream(Socket socket) throws IOException {
        return socket.getOutputStream();
    }
}
