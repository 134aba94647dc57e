package dev.tutti.bench;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;

/**
 * What the machine can do at all: the same Tomcat with virtual threads takes a body and answers once it is committed,
 * one insert for all bodies that came while the commit before was under way.
 */
public final class BareLimit {

    private record Item(long id, byte[] body, CompletableFuture<Boolean> done) {}

    private static final LinkedBlockingQueue<Item> QUEUE = new LinkedBlockingQueue<>();
    private static final AtomicLong IDS = new AtomicLong();

    private BareLimit() {}

    /** Arguments: port, database URL, user. */
    public static void main(String[] arguments) throws Exception {
        Connection connection = DriverManager.getConnection(arguments[1], arguments[2], "");
        try (var statement = connection.createStatement()) {
            statement.execute("create table bare (id bigint primary key, body bytea not null)");
        }
        Thread.ofPlatform().name("commits").daemon().start(() -> commit(connection));
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(Files.createTempDirectory("bare").toString());
        tomcat.setPort(Integer.parseInt(arguments[0]));
        tomcat.getConnector().setProperty("maxKeepAliveRequests", "-1");
        tomcat.getConnector().getProtocolHandler().setExecutor(new VirtualThreadExecutor("bare-"));
        Context context = tomcat.addContext("", null);
        Tomcat.addServlet(context, "bare", new Servlet());
        context.addServletMappingDecoded("/bare", "bare");
        tomcat.start();
        tomcat.getServer().await();
    }

    private static final class Servlet extends HttpServlet {
        private static final long serialVersionUID = 1L;
        private static final byte[] ANSWER = "Accepted".getBytes(StandardCharsets.US_ASCII);

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            byte[] body = request.getInputStream().readAllBytes();
            Item item = new Item(IDS.incrementAndGet(), body, new CompletableFuture<>());
            QUEUE.add(item);
            item.done().join();
            response.setContentLength(ANSWER.length);
            response.getOutputStream().write(ANSWER);
        }
    }

    private static void commit(Connection connection) {
        List<Item> items = new ArrayList<>();
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into bare (id, body) select * from unnest(?::bigint[], ?::bytea[])")) {
            while (true) {
                items.add(QUEUE.take());
                QUEUE.drainTo(items, 511);
                insert.setArray(
                        1,
                        connection.createArrayOf(
                                "bigint", items.stream().map(Item::id).toArray(Long[]::new)));
                insert.setArray(
                        2,
                        connection.createArrayOf(
                                "bytea", items.stream().map(Item::body).toArray(byte[][]::new)));
                insert.executeUpdate();
                items.forEach(item -> item.done().complete(true));
                items.clear();
            }
        } catch (SQLException | InterruptedException failure) {
            items.forEach(item -> item.done().completeExceptionally(failure));
        }
    }
}
