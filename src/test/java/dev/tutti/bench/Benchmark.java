package dev.tutti.bench;

import dev.tutti.testing.Caller;
import dev.tutti.testing.ChildTutti;
import dev.tutti.testing.EffectStub;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * The figures of docs/benchmarks.md: {@code ./mvnw -Pbench,java process-test-classes}. Everything runs on this machine, the load
 * generator and PostgreSQL included. Shorter: {@code -Dbench.seconds=5 -Dbench.rounds=1 -Dbench.only=throughput}; of the
 * packaged application: {@code -Dtutti.jar=target/tutti.jar}.
 */
public final class Benchmark {

    private static final int CONNECTIONS = 20;
    private static final int SECONDS = Integer.getInteger("bench.seconds", 15);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final String[] JVM = ("-Xmx512m -Xms64m -XX:+UseSerialGC -XX:+UseCompactObjectHeaders "
                    + System.getProperty("bench.jvm", ""))
            .strip()
            .split(" +");

    private final Map<String, String> environment;
    private final EmbeddedPostgres postgres;

    private Benchmark(EmbeddedPostgres postgres, Map<String, String> environment) {
        this.postgres = postgres;
        this.environment = environment;
    }

    public static void main(String[] arguments) throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("shared_buffers", "128MB")
                .setServerConfig("max_connections", "100")
                .start()) {
            String url = postgres.getJdbcUrl("postgres", "postgres");
            Map<String, String> environment = Map.of(
                    "SPRING_DATASOURCE_URL", url,
                    "SPRING_DATASOURCE_USERNAME", "postgres",
                    "SPRING_DATASOURCE_PASSWORD", "");
            Benchmark benchmark = new Benchmark(postgres, environment);
            say(
                    "Java %s, %s processors, %s",
                    Runtime.version(), Runtime.getRuntime().availableProcessors(), cpu());
            String only = System.getProperty("bench.only", "start throughput records kill search");
            if (only.contains("start")) {
                benchmark.start();
            }
            if (only.contains("throughput")) {
                benchmark.throughput();
            }
            if (only.contains("records")) {
                benchmark.records();
            }
            if (only.contains("kill")) {
                benchmark.kill();
            }
            if (only.contains("search")) {
                Searches.measure("PostgreSQL", environment, JVM);
                benchmark.clean();
                Searches.measure("H2", Map.of(), JVM);
            }
        }
    }

    private static String cpu() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 2))
                    .findFirst()
                    .orElse("an unknown processor");
        } catch (IOException notLinux) {
            return System.getProperty("os.arch");
        }
    }

    private static void say(String line, Object... arguments) {
        System.out.println(line.formatted(arguments));
    }

    private static Path folder() throws IOException {
        return Files.createTempDirectory("tutti-bench");
    }

    /** Over a database that is there already, as after an update; the very first start makes the tables, too. */
    private void start() throws Exception {
        Path folder = folder();
        String hook;
        try (ChildTutti first = ChildTutti.start(folder, environment, JVM)) {
            say(
                    "first start, with all tables to make: %.1f s",
                    seconds(first.startUp().toNanos()));
            hook = Drawings.publish(first, Drawings.fiveFields());
        }
        long began = System.nanoTime();
        try (ChildTutti tutti = ChildTutti.start(folder, environment, JVM)) {
            Drawings.check(tutti.nobody().post(hook, new String(Drawings.order(), StandardCharsets.US_ASCII)), 200);
            say("start to the first answered webhook: %.1f s", seconds(System.nanoTime() - began));
            TimeUnit.SECONDS.sleep(20);
            say("idle memory (resident): %d MB", tutti.megabytes("VmRSS"));
        }
        clean();
    }

    private void throughput() throws Exception {
        Path folder = folder();
        byte[] body = Drawings.order();
        try (ChildTutti tutti = ChildTutti.start(folder, environment, JVM);
                Bare bare = new Bare(postgres)) {
            String hook = Drawings.publish(tutti, Drawings.fiveFields());
            Load.run(tutti.port(), hook, body, CONNECTIONS, SECONDS);
            Load.run(bare.port, "/bare", body, CONNECTIONS, SECONDS / 2 + 1);
            List<Load.Result> ours = new ArrayList<>();
            List<Load.Result> limits = new ArrayList<>();
            long micros = 0;
            for (int round = 0; round < ROUNDS; round++) {
                limits.add(Load.run(bare.port, "/bare", body, CONNECTIONS, SECONDS));
                long cpu = tutti.cpuMillis();
                ours.add(Load.run(tutti.port(), hook, body, CONNECTIONS, SECONDS));
                micros = (tutti.cpuMillis() - cpu)
                        * 1_000
                        / Math.max(1, ours.getLast().micros().length);
                show("bare limit", limits.getLast());
                show("webhook, 5 fields, filter, reply", ours.getLast());
            }
            say("processor time of the application for a request: %d µs", micros);
            double ratio = median(ours) / median(limits);
            say("median: %.0f/s of %.0f/s, ratio %.2f", median(ours), median(limits), ratio);
            say(
                    "memory after the load (resident): %d MB, at most %d MB",
                    tutti.megabytes("VmRSS"), tutti.megabytes("VmHWM"));
        }
        clean();
    }

    private static void show(String what, Load.Result result) {
        say(
                "%s, %d connections: %.0f/s, p50 %.1f ms, p99 %.1f ms, p99.9 %.1f ms, failed %d",
                what,
                CONNECTIONS,
                result.perSecond(),
                result.millis(50),
                result.millis(99),
                result.millis(99.9),
                result.failed());
    }

    private static double median(List<Load.Result> results) {
        double[] sorted =
                results.stream().mapToDouble(Load.Result::perSecond).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private void records() throws Exception {
        Path folder = folder();
        String body = new String(Drawings.tenThousand(), StandardCharsets.US_ASCII);
        try (ChildTutti tutti = ChildTutti.start(folder, environment, JVM)) {
            String hook = Drawings.publish(tutti, Drawings.records());
            for (int run = 1; run <= 5; run++) {
                long began = System.nanoTime();
                Caller.Reply reply = tutti.nobody().post(hook, body);
                Drawings.check(reply, 200);
                say(
                        "10,000 records, %.1f MB, run %d: %.2f s (%s kept), memory at most %d MB",
                        body.length() / 1e6,
                        run,
                        seconds(System.nanoTime() - began),
                        reply.body(),
                        tutti.megabytes("VmHWM"));
            }
        }
        clean();
    }

    private void kill() throws Exception {
        int runs = 200;
        Path folder = folder();
        try (EffectStub stub = new EffectStub()) {
            ChildTutti first = ChildTutti.start(folder, environment, JVM);
            String hook = Drawings.publish(first, Drawings.calls(stub.url()));
            List<Callable<Integer>> calls = new ArrayList<>();
            for (int i = 0; i < runs; i++) {
                String body = "{\"n\":" + i + "}";
                calls.add(() -> first.nobody().post(hook, body).status());
            }
            long accepted = 0;
            try (var callers = Executors.newFixedThreadPool(CONNECTIONS)) {
                for (var answer : callers.invokeAll(calls)) {
                    accepted += answer.get() == 200 ? 1 : 0;
                }
            }
            stub.awaitCalls("/slow", runs, 60);
            first.kill();
            stub.open();
            long began = System.nanoTime();
            try (ChildTutti second = ChildTutti.start(folder, environment, JVM)) {
                long ended = 0;
                while (ended < accepted && System.nanoTime() - began < TimeUnit.SECONDS.toNanos(120)) {
                    TimeUnit.MILLISECONDS.sleep(200);
                    ended = second.owner()
                            .get("/api/v1/runs?status=success&limit=200")
                            .json()
                            .get("items")
                            .size();
                }
                long repeated = stub.calls("/quick/before").values().stream()
                        .filter(times -> times > 1)
                        .count();
                say(
                        "kill -9 with %d acknowledged webhooks in flight: %d lost, %d finished calls repeated,"
                                + " all ended %.1f s after the new start began",
                        accepted, accepted - ended, repeated, seconds(System.nanoTime() - began));
            }
        }
        clean();
    }

    /** Each case begins with empty tables. */
    private void clean() throws Exception {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("drop schema public cascade");
            statement.execute("create schema public");
        }
    }

    private static double seconds(long nanos) {
        return nanos / 1e9;
    }

    /** {@link BareLimit} in a process of its own. */
    private static final class Bare implements AutoCloseable {
        final int port = ChildTutti.freePort();
        private final Process process;

        Bare(EmbeddedPostgres postgres) throws Exception {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString()));
            command.add("-Xmx512m");
            command.addAll(List.of(
                    "-cp",
                    System.getProperty("java.class.path"),
                    BareLimit.class.getName(),
                    Integer.toString(port),
                    postgres.getJdbcUrl("postgres", "postgres"),
                    "postgres"));
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            for (int i = 0; i < 300; i++) {
                try (Socket socket = new Socket("127.0.0.1", port)) {
                    return;
                } catch (IOException notYet) {
                    TimeUnit.MILLISECONDS.sleep(100);
                }
            }
            throw new IllegalStateException("The bare limit did not start");
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
