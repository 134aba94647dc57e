package dev.tutti.outbound;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A real server on loopback that counts who came, and can be told what to answer. */
final class Canary implements AutoCloseable {

    interface Reaction {
        void answer(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final List<HttpExchange> visits = new CopyOnWriteArrayList<>();

    Canary(Reaction reaction) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            visits.add(exchange);
            try (exchange) {
                reaction.answer(exchange);
            }
        });
        server.start();
    }

    static Canary saying(String text) throws IOException {
        return new Canary(exchange -> say(exchange, 200, text));
    }

    static Canary redirecting(int status, String location) throws IOException {
        return new Canary(exchange -> {
            exchange.getResponseHeaders().add("Location", location);
            exchange.sendResponseHeaders(status, -1);
        });
    }

    static void say(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url() {
        return "http://127.0.0.1:" + port();
    }

    List<HttpExchange> visits() {
        return visits;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
