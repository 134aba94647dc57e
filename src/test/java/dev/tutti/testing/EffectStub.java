package dev.tutti.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A server on the loopback address that notes every call by its idempotency key: when it came, and when its answer went
 */
public final class EffectStub implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, Integer> came = new ConcurrentHashMap<>();
    private final CountDownLatch gate = new CountDownLatch(1);

    public EffectStub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/quick", exchange -> answer(exchange, false));
        server.createContext("/slow", exchange -> answer(exchange, true));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange, boolean slow) throws IOException {
        exchange.getRequestBody().readAllBytes();
        String key = exchange.getRequestURI().getPath() + " "
                + exchange.getRequestHeaders().getFirst("Idempotency-Key");
        came.merge(key, 1, Integer::sum);
        try {
            if (slow) {
                gate.await(120, TimeUnit.SECONDS);
            }
            byte[] body = "{\"done\":true}".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    /** How often each call of a path came, by its key. */
    public Map<String, Integer> calls(String path) {
        return came.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(path + " "))
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Waits until so many different calls of a path have come. */
    public boolean awaitCalls(String path, int count, long seconds) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (calls(path).size() < count && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        return calls(path).size() >= count;
    }

    /** From now on nothing is slow. */
    public void open() {
        gate.countDown();
    }

    @Override
    public void close() {
        open();
        server.stop(0);
    }
}
