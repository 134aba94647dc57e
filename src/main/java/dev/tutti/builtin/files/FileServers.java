package dev.tutti.builtin.files;

import com.jcraft.jsch.JSchException;
import dev.tutti.connection.ConnectionType;
import dev.tutti.connection.Credentials;
import dev.tutti.connection.Credentials.FileServer;
import dev.tutti.connection.Probe;
import dev.tutti.connection.Trial;
import dev.tutti.connector.Failures;
import dev.tutti.connector.Keyring;
import dev.tutti.engine.Failure;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import dev.tutti.outbound.ForbiddenAddress;
import dev.tutti.outbound.Outbound;
import dev.tutti.outbound.Protocol;
import dev.tutti.value.Message;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.net.SocketFactory;
import org.springframework.stereotype.Component;

/** Signs in to file servers through the guarded sockets, and says why it could not. */
@Component
final class FileServers implements Probe {

    static final String ICON = "folder";
    static final String TINT = "#7A4B12";

    private final Keyring keyring;
    private final SocketFactory commands;
    private final SocketFactory data;

    FileServers(Keyring keyring, Outbound outbound) {
        this.keyring = keyring;
        this.commands = outbound.guardedSockets(Protocol.FILES);
        this.data = outbound.guardedSockets(Protocol.FILE_DATA);
    }

    interface Work {
        Outcome with(FileSession session) throws IOException;
    }

    /** Signs in with the call's connection, does the work and signs out. */
    Outcome call(Invocation invocation, Work work) {
        Optional<FileServer> server = server(invocation);
        if (server.isEmpty()) {
            return Failures.fail(invocation, Failure.Kind.INVALID_CONFIGURATION, "builtin.connection.gone");
        }
        try (FileSession session = open(server.get())) {
            return work.with(session);
        } catch (IOException failed) {
            return new Outcome.Failed(failure(failed, server.get(), invocation));
        }
    }

    @Override
    public ConnectionType type() {
        return ConnectionType.FILE_SERVER;
    }

    @Override
    public Trial tryOut(Credentials credentials, Locale locale) {
        FileServer server = (FileServer) credentials;
        try (FileSession session = open(server)) {
            return new Trial(
                    true, Message.of("builtin.files.works", server.host()).in(locale));
        } catch (IOException failed) {
            return new Trial(
                    false,
                    cause(failed, ForbiddenAddress.class)
                            .map(forbidden -> forbidden.refusal().message(locale))
                            .orElseGet(
                                    () -> Message.of(key(failed), server.host()).in(locale)));
        }
    }

    private FileSession open(FileServer server) throws IOException {
        if (server.protocol() != FileServer.Protocol.SFTP) {
            return FtpSession.open(server, commands, data);
        }
        try {
            return SftpSession.open(server, commands);
        } catch (JSchException failed) {
            throw new IOException(failed.getMessage(), failed);
        }
    }

    private Optional<FileServer> server(Invocation invocation) {
        return keyring.open(invocation, Set.of("fileServer")) instanceof Keyring.Key.Ready ready
                ? ready.credentials().map(FileServer.class::cast)
                : Optional.empty();
    }

    private static Failure failure(IOException failed, FileServer server, Invocation invocation) {
        Optional<ForbiddenAddress> forbidden = cause(failed, ForbiddenAddress.class);
        if (forbidden.isPresent()) {
            return Failure.of(
                    Failure.Kind.INVALID_CONFIGURATION,
                    forbidden.get().refusal().message(invocation.locale()));
        }
        String key = key(failed);
        Failure.Kind kind = switch (key) {
            case "builtin.files.refused" -> Failure.Kind.DATA;
            case "builtin.files.denied" -> Failure.Kind.INVALID_ACCESS_TOKEN;
            case "builtin.files.other" -> Failure.Kind.INVALID_CONFIGURATION;
            case "builtin.files.timeout" -> Failure.Kind.MODULE_TIMEOUT;
            default -> Failure.Kind.CONNECTION;
        };
        return Failures.of(invocation, kind, key, server.host()).withDetail(String.valueOf(failed.getMessage()));
    }

    private static String key(IOException failed) {
        String said = String.valueOf(failed.getMessage()).toLowerCase(Locale.ROOT);
        if (failed instanceof FileSession.Denied) {
            return "builtin.files.refused";
        }
        if (failed instanceof FtpSession.WrongLogin || said.contains("auth fail") || said.contains("auth cancel")) {
            return "builtin.files.denied";
        }
        if (said.contains("hostkey")) {
            return "builtin.files.other";
        }
        return cause(failed, SocketTimeoutException.class).isPresent()
                ? "builtin.files.timeout"
                : "builtin.files.unreachable";
    }

    private static <T extends Throwable> Optional<T> cause(Throwable failed, Class<T> wanted) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (wanted.isInstance(cause)) {
                return Optional.of(wanted.cast(cause));
            }
        }
        return Optional.empty();
    }

    static String text(Value value) {
        return value instanceof Text(String text) ? text.strip() : "";
    }

    /** A name inside a folder. */
    static String within(String folder, String name) {
        return folder.isEmpty() ? name : folder.endsWith("/") ? folder + name : folder + "/" + name;
    }
}
