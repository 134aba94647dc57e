package dev.tutti.builtin.files;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.HostKey;
import com.jcraft.jsch.HostKeyRepository;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.SftpATTRS;
import com.jcraft.jsch.SftpException;
import com.jcraft.jsch.UserInfo;
import dev.tutti.connection.Credentials.FileServer;
import dev.tutti.outbound.SshSockets;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.SocketFactory;

/** By SSH (draft-ietf-secsh-filexfer). */
final class SftpSession implements FileSession {

    private static final int CONNECT_MILLIS = 10_000;
    private static final int ANSWER_MILLIS = 60_000;

    private final Session session;
    private final ChannelSftp channel;

    private SftpSession(Session session, ChannelSftp channel) {
        this.session = session;
        this.channel = channel;
    }

    /** @throws JSchException where nobody answers, the server is another one, or it does not let us in */
    static SftpSession open(FileServer server, SocketFactory sockets) throws JSchException {
        JSch ssh = new JSch();
        byte[] passphrase =
                server.password().map(it -> it.getBytes(StandardCharsets.UTF_8)).orElse(null);
        if (server.privateKey().isPresent()) {
            byte[] key = server.privateKey().get().strip().concat("\n").getBytes(StandardCharsets.UTF_8);
            ssh.addIdentity("key", key, null, passphrase);
        }
        ssh.setHostKeyRepository(new Fingerprint(server));
        Session session = ssh.getSession(server.user(), server.host(), server.port());
        server.password().filter(_ -> server.privateKey().isEmpty()).ifPresent(session::setPassword);
        session.setConfig("StrictHostKeyChecking", "yes");
        session.setConfig("PreferredAuthentications", "publickey,password,keyboard-interactive");
        session.setSocketFactory(new SshSockets(sockets, CONNECT_MILLIS));
        session.setTimeout(ANSWER_MILLIS);
        try {
            session.connect(CONNECT_MILLIS);
            ChannelSftp channel = (ChannelSftp) session.openChannel("sftp");
            channel.connect(CONNECT_MILLIS);
            return new SftpSession(session, channel);
        } catch (JSchException failed) {
            session.disconnect();
            throw failed;
        }
    }

    private interface Act<T> {
        T run() throws SftpException, IOException;
    }

    private static <T> T act(Act<T> act) throws IOException {
        try {
            return act.run();
        } catch (SftpException failed) {
            if (failed.getCause() instanceof IOException broken) {
                throw broken;
            }
            throw new Denied(String.valueOf(failed.getMessage()));
        }
    }

    @Override
    public List<Entry> list(String folder) throws IOException {
        return act(() -> {
            List<Entry> entries = new ArrayList<>();
            channel.ls(folder, each -> {
                SftpATTRS is = each.getAttrs();
                if (!each.getFilename().equals(".") && !each.getFilename().equals("..")) {
                    entries.add(new Entry(
                            each.getFilename(), is.isDir(), is.getSize(), Instant.ofEpochSecond(is.getMTime())));
                }
                return ChannelSftp.LsEntrySelector.CONTINUE;
            });
            return entries;
        });
    }

    @Override
    public <T> T read(String path, Reader<T> reader) throws IOException {
        return act(() -> {
            try (InputStream bytes = channel.get(path)) {
                return reader.read(bytes);
            }
        });
    }

    @Override
    public void write(String path, InputStream bytes) throws IOException {
        act(() -> {
            channel.put(bytes, path);
            return path;
        });
    }

    @Override
    public boolean exists(String path) throws IOException {
        try {
            channel.lstat(path);
            return true;
        } catch (SftpException failed) {
            if (failed.id == ChannelSftp.SSH_FX_NO_SUCH_FILE) {
                return false;
            }
            throw new Denied(String.valueOf(failed.getMessage()));
        }
    }

    @Override
    public void delete(String path) throws IOException {
        act(() -> {
            channel.rm(path);
            return path;
        });
    }

    @Override
    public void move(String from, String to) throws IOException {
        act(() -> {
            channel.rename(from, to);
            return to;
        });
    }

    @Override
    public void close() {
        channel.disconnect();
        session.disconnect();
    }

    /** Knows one server: the one with the fingerprint of the connection, or any where there is none. */
    private record Fingerprint(FileServer server) implements HostKeyRepository {

        @Override
        public int check(String host, byte[] key) {
            return server.fingerprint()
                    .map(wanted -> wanted.replace("=", "").equals(of(key)) ? OK : CHANGED)
                    .orElse(OK);
        }

        private static String of(byte[] key) {
            try {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(key);
                return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        @Override
        public void add(HostKey key, UserInfo person) {
            // nothing is learnt
        }

        @Override
        public void remove(String host, String type) {
            // nothing was learnt
        }

        @Override
        public void remove(String host, String type, byte[] key) {
            // nothing was learnt
        }

        @Override
        public String getKnownHostsRepositoryID() {
            return "connection";
        }

        @Override
        public HostKey[] getHostKey() {
            return new HostKey[0];
        }

        @Override
        public HostKey[] getHostKey(String host, String type) {
            return new HostKey[0];
        }
    }
}
