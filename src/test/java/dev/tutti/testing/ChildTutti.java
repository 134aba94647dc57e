package dev.tutti.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The application in a process of its own: from the classes of this build, or from the jar that the system property
 * {@code tutti.jar} names, with the cache for its start where that lies beside it. It can be killed as by a power cut and
 * started again over the same folder.
 */
public final class ChildTutti implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 120;

    private final Process process;
    private final Path folder;
    private final int port;
    private final long readyNanos;

    private ChildTutti(Process process, Path folder, int port, long readyNanos) {
        this.process = process;
        this.folder = folder;
        this.port = port;
        this.readyNanos = readyNanos;
    }

    /** @param folder the working directory, where {@code data} and {@code log.txt} will be */
    public static ChildTutti start(Path folder, Map<String, String> environment, String... jvmOptions) {
        int port = freePort();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(jvmOptions));
        String jar = System.getProperty("tutti.jar", "");
        if (jar.isEmpty()) {
            command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Dvaadin.productionMode=true"));
            String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
            command.addAll(List.of("-cp", classPath, "dev.tutti.TuttiApplication"));
        } else {
            Path path = Path.of(jar).toAbsolutePath();
            Path cache = path.resolveSibling("tutti.aot");
            if (Files.exists(cache)) {
                command.add("-XX:AOTCache=" + cache);
            }
            command.addAll(List.of("-jar", path.toString()));
        }
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("SERVER_ADDRESS", "127.0.0.1");
        builder.environment().put("SERVER_PORT", Integer.toString(port));
        builder.environment().put("TUTTI_OWNER_EMAIL", RunningTutti.OWNER);
        builder.environment().put("TUTTI_OWNER_PASSWORD", RunningTutti.PASSWORD);
        builder.environment().put("TUTTI_API_TOKEN", RunningTutti.TOKEN);
        builder.environment().put("TUTTI_OUTBOUND_ALLOW", "127.0.0.0/8");
        // What tests share must not be shared here: the folder is all there is.
        builder.environment().put("TUTTI_KEY_FILE", "./data/tutti.key");
        builder.environment().put("TUTTI_RUNS_FILES", "./data/blobs");
        builder.environment().putAll(Databases.h2(folder.resolve("data")).environment());
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("log.txt").toFile()));
        long began = System.nanoTime();
        try {
            Process process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            awaitReady(process, port, folder);
            return new ChildTutti(process, folder, port, System.nanoTime() - began);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public int port() {
        return port;
    }

    /** From the start of the process until its health was good. */
    public Duration startUp() {
        return Duration.ofNanos(readyNanos);
    }

    public Caller owner() {
        return Caller.owner(port).with("Accept-Language", "en");
    }

    public Caller nobody() {
        return Caller.nobody(port);
    }

    /** A line of Linux's account of the process, such as {@code VmRSS}, in megabytes. */
    public long megabytes(String line) {
        try {
            return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                    .filter(each -> each.startsWith(line + ":"))
                    .mapToLong(each -> Long.parseLong(each.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(-1);
        } catch (IOException notLinux) {
            return -1;
        }
    }

    /** Processor time so far, of all threads. */
    public long cpuMillis() {
        return process.toHandle()
                .info()
                .totalCpuDuration()
                .map(Duration::toMillis)
                .orElse(-1L);
    }

    public String log() {
        try {
            return Files.readString(folder.resolve("log.txt"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Ends the process as a power cut would. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Ends the process as an operator would. */
    @Override
    public void close() {
        process.destroy();
        if (!awaitEnd()) {
            kill();
        }
    }

    private boolean awaitEnd() {
        try {
            return process.waitFor(45, TimeUnit.SECONDS);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void awaitReady(Process process, int port, Path folder) throws IOException {
        HttpRequest health = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health"))
                .timeout(Duration.ofSeconds(5))
                .build();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (process.isAlive() && System.nanoTime() < deadline) {
                if (healthy(client, health)) {
                    return;
                }
                TimeUnit.MILLISECONDS.sleep(20);
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        throw new IllegalStateException("Tutti did not start:\n" + Files.readString(folder.resolve("log.txt")));
    }

    private static boolean healthy(HttpClient client, HttpRequest health) throws InterruptedException {
        try {
            return client.send(health, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
