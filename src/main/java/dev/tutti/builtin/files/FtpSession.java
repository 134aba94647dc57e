package dev.tutti.builtin.files;

import dev.tutti.connection.Credentials.FileServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.net.SocketFactory;
import org.apache.commons.net.ftp.FTP;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPFile;
import org.apache.commons.net.ftp.FTPReply;
import org.apache.commons.net.ftp.FTPSClient;

/** FTP (RFC 959) and FTP with TLS (RFC 4217), always passive. */
final class FtpSession implements FileSession {

    private static final int CONNECT_MILLIS = 10_000;
    private static final int ANSWER_MILLIS = 60_000;

    /** The server does not let us in. */
    static final class WrongLogin extends IOException {

        private static final long serialVersionUID = 1L;

        WrongLogin(String said) {
            super(said);
        }
    }

    private final FTPClient client;

    private FtpSession(FTPClient client) {
        this.client = client;
    }

    /**
     * @param commands opens the connection for commands
     * @param data opens those for files; with TLS the library opens them itself, always to the address of the connection
     *     for commands, which was checked
     */
    static FtpSession open(FileServer server, SocketFactory commands, SocketFactory data) throws IOException {
        boolean tls = server.protocol() == FileServer.Protocol.FTPS;
        FTPClient client = tls ? secure() : new FTPClient();
        client.setSocketFactory(commands);
        client.setConnectTimeout(CONNECT_MILLIS);
        client.setDefaultTimeout(ANSWER_MILLIS);
        client.setDataTimeout(Duration.ofMillis(ANSWER_MILLIS));
        client.setControlEncoding(StandardCharsets.UTF_8.name());
        // A server must not send us to another machine.
        client.setIpAddressFromPasvResponse(false);
        try {
            client.connect(server.host(), server.port());
            if (!FTPReply.isPositiveCompletion(client.getReplyCode())) {
                throw new IOException(client.getReplyString());
            }
            if (!client.login(server.user(), server.password().orElse(""))) {
                throw new WrongLogin(client.getReplyString().strip());
            }
            if (client instanceof FTPSClient secure) {
                secure.execPBSZ(0);
                secure.execPROT("P");
            } else {
                client.setSocketFactory(data);
            }
            client.enterLocalPassiveMode();
            client.setFileType(FTP.BINARY_FILE_TYPE);
            return new FtpSession(client);
        } catch (IOException failed) {
            client.disconnect();
            throw failed;
        }
    }

    private static FTPSClient secure() {
        FTPSClient client = new FTPSClient(false);
        // Certificates are checked by the machine's own list of authorities, and the name as well.
        client.setTrustManager(null);
        client.setEndpointCheckingEnabled(true);
        return client;
    }

    @Override
    public List<Entry> list(String folder) throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (FTPFile file : client.listFiles(folder)) {
            if (file != null && !file.getName().equals(".") && !file.getName().equals("..")) {
                Instant changed = file.getTimestampInstant();
                entries.add(new Entry(
                        file.getName(), file.isDirectory(), file.getSize(), changed == null ? Instant.EPOCH : changed));
            }
        }
        if (!FTPReply.isPositiveCompletion(client.getReplyCode())) {
            throw denied();
        }
        return entries;
    }

    @Override
    public <T> T read(String path, Reader<T> reader) throws IOException {
        InputStream bytes = client.retrieveFileStream(path);
        if (bytes == null) {
            throw denied();
        }
        T read;
        try (bytes) {
            read = reader.read(bytes);
        }
        if (!client.completePendingCommand()) {
            throw denied();
        }
        return read;
    }

    @Override
    public void write(String path, InputStream bytes) throws IOException {
        done(client.storeFile(path, bytes));
    }

    @Override
    public boolean exists(String path) throws IOException {
        int slash = path.lastIndexOf('/');
        String folder = slash < 0 ? "." : slash == 0 ? "/" : path.substring(0, slash);
        return list(folder).stream().anyMatch(entry -> entry.name().equals(path.substring(slash + 1)));
    }

    @Override
    public void delete(String path) throws IOException {
        done(client.deleteFile(path));
    }

    @Override
    public void move(String from, String to) throws IOException {
        done(client.rename(from, to));
    }

    private void done(boolean done) throws Denied {
        if (!done) {
            throw denied();
        }
    }

    private Denied denied() {
        return new Denied(client.getReplyString().strip());
    }

    @Override
    public void close() {
        try {
            client.logout();
        } catch (IOException gone) {
            // It is closed below all the same.
        }
        try {
            client.disconnect();
        } catch (IOException gone) {
            // Nothing is lost.
        }
    }
}
