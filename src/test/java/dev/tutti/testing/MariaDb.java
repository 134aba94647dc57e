package dev.tutti.testing;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A MariaDB of its own for the tests, started once per JVM. Where there is none on the machine and the tests may install
 * packages (root, Debian), it is installed.
 */
public final class MariaDb {

    private static final int INSTALL_MINUTES = 5;

    private MariaDb() {}

    /** The port on loopback where it listens; the user {@code root} needs no password. Empty where none can be had. */
    public static Optional<Integer> port() {
        return Server.PORT;
    }

    private static final class Server {

        static final Optional<Integer> PORT = start();

        private static Optional<Integer> start() {
            try {
                if (program().isEmpty()) {
                    install();
                }
                return program().isEmpty()
                        ? Optional.empty()
                        : Optional.of(run(program().get()));
            } catch (IOException failed) {
                return Optional.empty();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }

        private static Optional<Path> program() {
            return List.of("/usr/sbin/mariadbd", "/usr/bin/mariadbd", "/usr/sbin/mysqld").stream()
                    .map(Path::of)
                    .filter(Files::isExecutable)
                    .findFirst();
        }

        private static void install() throws IOException, InterruptedException {
            if (!"root".equals(System.getProperty("user.name")) || !Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
                return;
            }
            String quiet = "export DEBIAN_FRONTEND=noninteractive; ";
            String get = "apt-get install -y -q --no-install-recommends mariadb-server";
            // The lists of packages may be old or missing.
            execute(
                    List.of("sh", "-c", quiet + get + " || { apt-get update -q && " + get + "; }"),
                    INSTALL_MINUTES * 60);
        }

        private static int run(Path program) throws IOException, InterruptedException {
            Path folder = Files.createTempDirectory("tutti-mariadb");
            String data = folder.resolve("data").toString();
            execute(
                    List.of(
                            "mariadb-install-db",
                            "--no-defaults",
                            "--datadir=" + data,
                            "--auth-root-authentication-method=normal",
                            "--skip-test-db",
                            "--user=" + System.getProperty("user.name")),
                    60);
            int port = freePort();
            Process process = new ProcessBuilder(
                            program.toString(),
                            "--no-defaults",
                            "--datadir=" + data,
                            "--socket=" + folder.resolve("socket"),
                            "--pid-file=" + folder.resolve("pid"),
                            "--port=" + port,
                            "--bind-address=127.0.0.1",
                            "--user=" + System.getProperty("user.name"),
                            "--innodb-buffer-pool-size=16M",
                            "--innodb-flush-log-at-trx-commit=0")
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            for (int i = 0; i < 300 && process.isAlive(); i++) {
                try (Socket _ = new Socket("127.0.0.1", port)) {
                    return port;
                } catch (IOException notYet) {
                    TimeUnit.MILLISECONDS.sleep(100);
                }
            }
            throw new IOException("MariaDB did not start: " + Files.readString(folder.resolve("log")));
        }

        private static void execute(List<String> command, int seconds) throws IOException, InterruptedException {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }

        private static int freePort() throws IOException {
            try (ServerSocket socket = new ServerSocket(0)) {
                return socket.getLocalPort();
            }
        }
    }
}
