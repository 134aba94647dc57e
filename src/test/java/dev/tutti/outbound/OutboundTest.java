package dev.tutti.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import dev.tutti.outbound.Refused.Reason;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class OutboundTest {

    private final Outbound outbound =
            new Outbound(() -> List.of(Network.parse("127.0.0.0/8").orElseThrow()));

    @Test
    void followsFiveRedirectsAndNoMore() throws IOException {
        try (Canary endless = new Canary(exchange -> {
            int step = Integer.parseInt(exchange.getRequestURI().getPath().substring(1));
            if (step == 0) {
                Canary.say(exchange, 200, "there");
            } else {
                exchange.getResponseHeaders().add("Location", "/" + (step - 1));
                exchange.sendResponseHeaders(302, -1);
            }
        })) {
            assertThat(text(outbound.send(Request.get(endless.url() + "/5")))).isEqualTo("there");
            assertThat(outbound.send(Request.get(endless.url() + "/6")))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(Reason.TOO_MANY_REDIRECTS));
            Request still = new Request(
                    "GET", endless.url() + "/5", List.of(), Optional.empty(), Duration.ofSeconds(5), false, 100);
            assertThat(outbound.send(still))
                    .isInstanceOfSatisfying(
                            Answer.class, answer -> assertThat(answer.status()).isEqualTo(302));
        }
    }

    @Test
    void leavesProofsBehindWhenARedirectLeadsElsewhere() throws IOException {
        try (Canary other = Canary.saying("ok");
                Canary first = new Canary(exchange -> {
                    boolean near = exchange.getRequestURI().getPath().equals("/near");
                    exchange.getResponseHeaders().add("Location", near ? "/far" : other.url());
                    exchange.sendResponseHeaders(307, -1);
                })) {
            List<Header> headers = List.of(
                    new Header("Authorization", "Bearer abc"),
                    new Header("Cookie", "a=b"),
                    Header.secret("X-Api-Key", "k"),
                    new Header("X-Plain", "stays"));
            outbound.send(new Request(
                    "POST",
                    first.url() + "/near",
                    headers,
                    Optional.of(Body.of("text/plain", "hello".getBytes())),
                    Duration.ofSeconds(5),
                    true,
                    100));
            assertThat(first.visits())
                    .hasSize(2)
                    .allSatisfy(
                            visit -> assertThat(header(visit, "Authorization")).isEqualTo("Bearer abc"));
            HttpExchange far = other.visits().getFirst();
            assertThat(far.getRequestMethod()).isEqualTo("POST");
            assertThat(header(far, "Authorization")).isNull();
            assertThat(header(far, "Cookie")).isNull();
            assertThat(header(far, "X-Api-Key")).isNull();
            assertThat(header(far, "X-Plain")).isEqualTo("stays");
        }
    }

    @Test
    void aPostThatIsRedirectedBecomesAGetWithoutItsBody() throws IOException {
        try (Canary server = new Canary(exchange -> {
            if (exchange.getRequestMethod().equals("POST")) {
                exchange.getResponseHeaders().add("Location", "/seen");
                exchange.sendResponseHeaders(303, -1);
            } else {
                Canary.say(exchange, 200, String.valueOf(header(exchange, "Content-Type")));
            }
        })) {
            Request post = new Request(
                    "POST",
                    server.url(),
                    List.of(),
                    Optional.of(Body.of("text/plain", new byte[3])),
                    Duration.ofSeconds(5),
                    true,
                    100);
            assertThat(text(outbound.send(post))).isEqualTo("null");
        }
    }

    @Test
    void countsTheAnswerAfterDecompression() throws IOException {
        try (Canary bomb = new Canary(exchange -> {
            exchange.getResponseHeaders().add("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = new GZIPOutputStream(exchange.getResponseBody())) {
                out.write(new byte[2_000_000]);
            } catch (IOException hungUp) {
                // the reader had enough
            }
        })) {
            Request small =
                    new Request("GET", bomb.url(), List.of(), Optional.empty(), Duration.ofSeconds(5), true, 1_000_000);
            try (Answer answer = (Answer) outbound.send(small)) {
                assertThatThrownBy(() -> answer.body().readAllBytes())
                        .isInstanceOfSatisfying(
                                AnswerTooLarge.class,
                                tooLarge -> assertThat(tooLarge.limit()).isEqualTo(1_000_000));
            }
            try (Answer answer = (Answer) outbound.send(Request.get(bomb.url()))) {
                assertThat(answer.body().readAllBytes()).hasSize(2_000_000);
            }
        }
    }

    @Test
    void givesUpWhenTheTimeIsOver() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try (Canary slow = new Canary(_ -> {
            try {
                over.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        })) {
            Request hurried =
                    new Request("GET", slow.url(), List.of(), Optional.empty(), Duration.ofMillis(200), true, 100);
            assertThat(outbound.send(hurried))
                    .isInstanceOfSatisfying(
                            Failed.class, failed -> assertThat(failed.cause()).isEqualTo(Failed.Cause.TIMEOUT));
            over.countDown();
        }
    }

    @Test
    void saysWhatWentWrongInBothLanguages() throws IOException {
        int closedPort;
        try (Canary gone = Canary.saying("")) {
            closedPort = gone.port();
        }
        Exchange exchange = outbound.send(Request.get("http://127.0.0.1:" + closedPort));
        assertThat(exchange).isInstanceOfSatisfying(Failed.class, failed -> {
            assertThat(failed.cause()).isEqualTo(Failed.Cause.CONNECT);
            assertThat(failed.message(Locale.FRANCE)).contains("127.0.0.1").contains("pas pu être joint");
            assertThat(failed.message(Locale.GERMANY)).contains("could not be reached");
        });
    }

    @Test
    void refusesWhatCannotBeWritten() {
        for (String method : List.of("CONNECT", "TRACE", "G ET", "GET\r\nX: y", "")) {
            Request odd = new Request(
                    method, "http://127.0.0.1/", List.of(), Optional.empty(), Duration.ofSeconds(1), true, 10);
            assertThat(outbound.send(odd))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(Reason.MALFORMED_REQUEST));
        }
        for (Header header : List.of(
                new Header("X-Split", "a\r\nInjected: b"),
                new Header("X Y", "a"),
                new Header("", "a"),
                new Header("X:", "a"))) {
            Request odd = new Request(
                    "GET", "http://127.0.0.1/", List.of(header), Optional.empty(), Duration.ofSeconds(1), true, 10);
            assertThat(outbound.send(odd)).isInstanceOf(Refused.class);
        }
    }

    @Test
    void framesTheMessageItselfAndKeepsNoCookies() throws IOException {
        try (Canary server = new Canary(exchange -> {
            exchange.getResponseHeaders().add("Set-Cookie", "a=b");
            Canary.say(exchange, 200, new String(exchange.getRequestBody().readAllBytes()));
        })) {
            Request request = new Request(
                    "PUT",
                    server.url(),
                    List.of(
                            new Header("Content-Length", "99999"),
                            new Header("Transfer-Encoding", "chunked"),
                            new Header("Content-Type", "application/x-own")),
                    Optional.of(Body.of("text/plain", "été".getBytes())),
                    Duration.ofSeconds(5),
                    true,
                    100);
            assertThat(text(outbound.send(request))).isEqualTo("été");
            outbound.send(Request.get(server.url()));
            assertThat(header(server.visits().get(0), "Content-Type")).isEqualTo("application/x-own");
            assertThat(server.visits())
                    .allSatisfy(visit -> assertThat(header(visit, "Cookie")).isNull());
        }
    }

    @Test
    void neverRepeatsACallThatMayHaveHadAnEffect() throws IOException {
        try (Canary flaky = new Canary(exchange -> {
            exchange.getRequestBody().readAllBytes();
            throw new IOException("the server falls over after it has read the call");
        })) {
            Request post = new Request(
                    "POST",
                    flaky.url(),
                    List.of(),
                    Optional.of(Body.of("", new byte[1])),
                    Duration.ofSeconds(5),
                    true,
                    9);
            assertThat(outbound.send(post)).isInstanceOf(Failed.class);
            assertThat(flaky.visits()).hasSize(1);
        }
    }

    private static String text(Exchange exchange) throws IOException {
        assertThat(exchange).isInstanceOf(Answer.class);
        try (Answer answer = (Answer) exchange) {
            return new String(answer.body().readAllBytes());
        }
    }

    private static String header(HttpExchange exchange, String name) {
        return exchange.getRequestHeaders().getFirst(name);
    }
}
