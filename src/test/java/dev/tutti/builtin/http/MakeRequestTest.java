package dev.tutti.builtin.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.builtin.ModuleBench;
import dev.tutti.builtin.Owner;
import dev.tutti.builtin.TestCall;
import dev.tutti.connection.ConnectionType;
import dev.tutti.connection.Connections;
import dev.tutti.connector.Modules;
import dev.tutti.engine.Effect;
import dev.tutti.engine.Failure;
import dev.tutti.engine.Failure.Kind;
import dev.tutti.engine.Outcome;
import dev.tutti.value.Blob;
import dev.tutti.value.Blobs;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Json;
import dev.tutti.value.Nothing;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ModuleBench
class MakeRequestTest {

    private final Modules modules;
    private final Connections connections;
    private final Blobs blobs;
    private final Owner owner;
    private final StubServer server;

    MakeRequestTest(Modules modules, Connections connections, Blobs blobs, Owner owner) throws Exception {
        this.modules = modules;
        this.connections = connections;
        this.blobs = blobs;
        this.owner = owner;
        this.server = new StubServer();
    }

    @BeforeEach
    void signIn() {
        owner.signIn();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Outcome call(TestCall call, Object... settings) {
        Fields.Builder input = Fields.builder();
        for (int i = 0; i < settings.length; i += 2) {
            Object value = settings[i + 1];
            input.put((String) settings[i], value instanceof Value it ? it : new Text((String) value));
        }
        return modules.call("http:request", 1, input.build(), call);
    }

    private Fields ok(Object... settings) {
        Outcome outcome = call(TestCall.once(), settings);
        assertThat(outcome).isInstanceOf(Outcome.Emitted.class);
        return ((Outcome.Emitted) outcome).bundles().getFirst();
    }

    private static Failure failure(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        return ((Outcome.Failed) outcome).failure();
    }

    private static Fields pair(String name, String value) {
        return Fields.of("name", new Text(name), "value", new Text(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "get"})
    void sendsEveryMethod(String method) {
        Fields bundle = ok("url", server.url("/a/b"), "method", method);
        assertThat(bundle.get("statusCode")).isEqualTo(Num.of(200));
        assertThat(server.seen().method()).isEqualTo(method.toUpperCase(Locale.ROOT));
    }

    @ParameterizedTest
    @CsvSource({
        "GET,READ",
        "HEAD,READ",
        "OPTIONS,READ",
        "'',READ",
        "POST,SEND",
        "PUT,UPDATE",
        "PATCH,UPDATE",
        "DELETE,DELETE",
        "BREW,SEND"
    })
    void itsEffectIsThatOfItsMethod(String method, Effect effect) {
        assertThat(modules.effect("http:request", 1, Fields.of("method", new Text(method))))
                .isEqualTo(effect);
    }

    @Test
    void sendsQueryAndHeadersEncoded() {
        ok(
                "url", server.url("/search?a=1#top"),
                "query", Items.of(pair("q", "a b&c=ü"), pair("", "dropped")),
                "headers", Items.of(pair("X-Trace", " 42 "), pair("", "")));
        StubServer.Seen seen = server.seen();
        assertThat(seen.query()).isEqualTo("a=1&q=a%20b%26c%3D%C3%BC");
        assertThat(seen.header("X-Trace")).isEqualTo("42");
        assertThat(seen.header("User-Agent")).startsWith("Tutti");
    }

    @Test
    void takesPairsAsACollectionToo() {
        ok("url", server.url("/"), "query", Fields.of("page", Num.of(2), "all", new Text("yes")));
        assertThat(server.seen().query()).isEqualTo("page=2&all=yes");
    }

    @Test
    void readsJsonXmlFormsAndTextByTheirType() {
        server.answer(200, "application/json", "{\"id\":4711,\"tags\":[\"a\"]}");
        assertThat(ok("url", server.url("/")).get("data")).isEqualTo(json("{\"id\":4711,\"tags\":[\"a\"]}"));
        server.answer(200, "application/problem+json; charset=utf-8", "[1]");
        assertThat(ok("url", server.url("/")).get("data")).isEqualTo(Items.of(Num.of(1)));
        server.answer(200, "application/xml", "<order no='7'><item>Pen</item><item>Ink</item><to>Ada</to></order>");
        assertThat(ok("url", server.url("/")).get("data"))
                .isEqualTo(
                        json("{\"order\":{\"_attributes\":{\"no\":\"7\"},\"item\":[\"Pen\",\"Ink\"],\"to\":\"Ada\"}}"));
        server.answer(200, "application/x-www-form-urlencoded", "a=1&b=%C3%BC+x");
        assertThat(ok("url", server.url("/")).get("data")).isEqualTo(json("{\"a\":\"1\",\"b\":\"ü x\"}"));
        server.answer(exchange -> StubServer.send(
                exchange, 200, "text/plain; charset=iso-8859-1", "grün".getBytes(StandardCharsets.ISO_8859_1)));
        assertThat(ok("url", server.url("/")).get("data")).isEqualTo(new Text("grün"));
        server.answer(204, "", "");
        assertThat(ok("url", server.url("/")).get("data")).isEqualTo(Nothing.NULL);
    }

    @Test
    void leavesAsTextWhatIsNotToBeParsedOrCannotBe() {
        server.answer(200, "application/json", "{\"a\":1}");
        assertThat(ok("url", server.url("/"), "parse", "false").get("data")).isEqualTo(new Text("{\"a\":1}"));
        server.answer(200, "application/json", "not json");
        assertThat(ok("url", server.url("/")).get("data")).isEqualTo(new Text("not json"));
        String bomb = "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>";
        server.answer(200, "text/xml", bomb);
        assertThat(ok("url", server.url("/")).get("data")).isEqualTo(new Text(bomb));
    }

    @Test
    void keepsOtherContentAsAFile() throws Exception {
        byte[] picture = {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2};
        server.answer(exchange -> {
            exchange.getResponseHeaders().set("Content-Disposition", "attachment; filename=\"../../logo.png\"");
            StubServer.send(exchange, 200, "image/png", picture);
        });
        Fields bundle = ok("url", server.url("/files/x"));
        assertThat(bundle.get("fileSize")).isEqualTo(Num.of(7));
        assertThat(bundle.get("data")).isInstanceOfSatisfying(Blob.class, file -> {
            assertThat(file.name()).isEqualTo("logo.png");
            assertThat(file.mediaType()).isEqualTo("image/png");
            assertThat(file.content()).isInstanceOf(Blob.Content.Stored.class);
        });
        try (InputStream in = blobs.open((Blob) bundle.get("data"))) {
            assertThat(in.readAllBytes()).isEqualTo(picture);
        }
    }

    @Test
    void sendsJsonTextAndMappedValues() {
        ok("url", server.url("/"), "method", "POST", "bodyKind", "json", "body", "{\"a\": 1}");
        StubServer.Seen text = server.seen();
        assertThat(text.text()).isEqualTo("{\"a\": 1}");
        assertThat(text.header("Content-Type")).startsWith("application/json");
        ok("url", server.url("/"), "method", "POST", "bodyKind", "json", "body", Fields.of("n", Num.of("61.5")));
        assertThat(server.seen().text()).isEqualTo("{\"n\":61.5}");
        ok(
                "url",
                server.url("/"),
                "method",
                "PATCH",
                "bodyKind",
                "json",
                "body",
                "{}",
                "headers",
                Items.of(pair("content-type", "application/merge-patch+json")));
        assertThat(server.seen().header("Content-Type")).isEqualTo("application/merge-patch+json");
    }

    @Test
    void saysWhereHandWrittenJsonIsWrongAndSendsNothing() {
        Failure failure = failure(call(
                TestCall.once(),
                "url",
                server.url("/"),
                "method",
                "POST",
                "bodyKind",
                "json",
                "body",
                "{\"a\": \"x\"y\"}"));
        assertThat(failure.kind()).isEqualTo(Kind.BUNDLE_VALIDATION);
        assertThat(failure.message()).contains("line 1, column");
        assertThat(failure.advice().orElse("")).contains("Create JSON");
        assertThat(server.untouched()).isTrue();
    }

    @Test
    void sendsTextRawAndFiles() throws Exception {
        ok("url", server.url("/"), "method", "POST", "bodyKind", "text", "body", "héllo");
        StubServer.Seen text = server.seen();
        assertThat(text.text()).isEqualTo("héllo");
        assertThat(text.header("Content-Type")).isEqualTo("text/plain; charset=utf-8");
        ok(
                "url",
                server.url("/"),
                "method",
                "PUT",
                "bodyKind",
                "raw",
                "contentType",
                "application/xml",
                "body",
                "<a/>");
        assertThat(server.seen().header("Content-Type")).isEqualTo("application/xml");
        Blob file = blobs.store("a.pdf", "application/pdf", new ByteArrayInputStream(new byte[] {1, 2, 3}));
        ok("url", server.url("/"), "method", "PUT", "bodyKind", "raw", "body", file);
        StubServer.Seen sent = server.seen();
        assertThat(sent.body()).containsExactly(1, 2, 3);
        assertThat(sent.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(sent.header("Content-Length")).isEqualTo("3");
    }

    @Test
    void sendsForms() throws Exception {
        ok(
                "url",
                server.url("/"),
                "method",
                "POST",
                "bodyKind",
                "form",
                "form",
                Items.of(pair("name", "Ada & co"), Fields.of("name", new Text("n"), "value", Num.of(5))));
        StubServer.Seen form = server.seen();
        assertThat(form.text()).isEqualTo("name=Ada+%26+co&n=5");
        assertThat(form.header("Content-Type")).isEqualTo("application/x-www-form-urlencoded");

        Blob file = blobs.store(
                "é \"1\".txt", "text/csv", new ByteArrayInputStream("a;b".getBytes(StandardCharsets.UTF_8)));
        ok(
                "url",
                server.url("/"),
                "method",
                "POST",
                "bodyKind",
                "multipart",
                "form",
                Items.of(pair("name", "Ada"), Fields.of("name", new Text("file"), "value", file)));
        StubServer.Seen parts = server.seen();
        String boundary = parts.header("Content-Type").replace("multipart/form-data; boundary=", "");
        assertThat(parts.text())
                .isEqualTo(("--B\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nAda\r\n"
                                + "--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"é %221%22.txt\"\r\n"
                                + "Content-Type: text/csv\r\n\r\na;b\r\n--B--\r\n")
                        .replace("--B", "--" + boundary));
        assertThat(parts.header("Content-Length")).isEqualTo(Integer.toString(parts.body().length));
    }

    @Test
    void refusesContentThatTheMethodCannotCarry() {
        Failure failure = failure(
                call(TestCall.once(), "url", server.url("/"), "method", "GET", "bodyKind", "text", "body", "x"));
        assertThat(failure.message()).contains("GET").contains("cannot carry");
        assertThat(server.untouched()).isTrue();
    }

    @Test
    void repeatsACallWithTheSameKeyAndNeverSendsOneWithReads() {
        TestCall call = TestCall.once();
        call(call, "url", server.url("/"), "method", "POST");
        call(call, "url", server.url("/"), "method", "POST");
        String key = server.seen().header("Idempotency-Key");
        assertThat(key).isEqualTo(call.idempotencyKey()).isEqualTo(server.seen().header("Idempotency-Key"));
        call(call, "url", server.url("/"));
        assertThat(server.seen().header("Idempotency-Key")).isEmpty();
        call(call, "url", server.url("/"), "method", "POST", "headers", Items.of(pair("idempotency-key", "mine")));
        assertThat(server.seen().header("Idempotency-Key")).isEqualTo("mine");
    }

    @ParameterizedTest
    @CsvSource({
        "400,DataError", "401,DataError", "404,DataError", "408,ModuleTimeoutError", "409,DuplicateDataError",
        "422,DataError", "429,RateLimitError", "500,RuntimeError", "501,RuntimeError", "502,ConnectionError",
        "503,ConnectionError", "504,ConnectionError"
    })
    void tellsFailuresApart(int status, String type) {
        server.answer(status, "application/json", "{\"error\":\"no such customer\"}");
        Failure failure = failure(call(TestCall.once(), "url", server.url("/customers/1")));
        assertThat(failure.kind().type()).isEqualTo(type);
        assertThat(failure.message()).contains(Integer.toString(status)).contains("127.0.0.1");
        assertThat(failure.detail().orElse("")).contains("no such customer");
        assertThat(failure.advice()).isPresent();
    }

    @Test
    void goesOnWithABadStatusWhereThatIsWanted() {
        server.answer(404, "application/json", "{\"error\":\"none\"}");
        Fields bundle = ok("url", server.url("/"), "failOnError", "false");
        assertThat(bundle.get("statusCode")).isEqualTo(Num.of(404));
        assertThat(bundle.get("data")).isEqualTo(json("{\"error\":\"none\"}"));
    }

    @ParameterizedTest
    @CsvSource({"120,120", "'Fri, 20 Nov 2026 09:00:30 GMT',30", "'Fri, 20 Nov 2020 09:00:30 GMT',0", "9999999,86400"})
    void tellsHowLongTheServerAskedToWait(String header, long seconds) {
        server.answer(exchange -> {
            exchange.getResponseHeaders().set("Retry-After", header);
            StubServer.send(exchange, 429, "text/plain", "slow down");
        });
        assertThat(failure(call(TestCall.once(), "url", server.url("/"))).retryAfter())
                .contains(Duration.ofSeconds(seconds));
    }

    @Test
    void givesUpAfterTheTimeLimit() {
        server.neverAnswer();
        Failure failure = failure(call(TestCall.once(), "url", server.url("/"), "timeout", "1"));
        assertThat(failure.kind()).isEqualTo(Kind.MODULE_TIMEOUT);
    }

    @Test
    void givesUpInTheMiddleOfAnAnswerToo() {
        CountDownLatch end = new CountDownLatch(1);
        server.answer(exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write(1);
            exchange.getResponseBody().flush();
            try {
                end.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        Failure failure = failure(call(TestCall.once(), "url", server.url("/"), "timeout", "1"));
        end.countDown();
        assertThat(failure.kind()).isEqualTo(Kind.MODULE_TIMEOUT);
        assertThat(failure.message()).contains("1 second");
    }

    @Test
    void followsRedirectsOnlyIfWanted() {
        server.answer(exchange -> {
            if (exchange.getRequestURI().getPath().equals("/old")) {
                exchange.getResponseHeaders().set("Location", "/new");
                StubServer.send(exchange, 302, "", "");
            } else {
                StubServer.send(exchange, 200, "text/plain", "here");
            }
        });
        assertThat(ok("url", server.url("/old")).get("data")).isEqualTo(new Text("here"));
        assertThat(ok("url", server.url("/old"), "followRedirects", "false").get("statusCode"))
                .isEqualTo(Num.of(302));
    }

    @Test
    void saysThatNobodyAnswersOrThatTheAddressIsForbidden() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        assertThat(failure(call(TestCall.once(), "url", "http://127.0.0.1:" + free + "/"))
                        .kind())
                .isEqualTo(Kind.CONNECTION);
        Failure forbidden = failure(call(TestCall.once(), "url", "http://10.1.2.3/"));
        assertThat(forbidden.kind()).isEqualTo(Kind.BUNDLE_VALIDATION);
        assertThat(failure(call(TestCall.once(), "url", "file:///etc/passwd")).kind())
                .isEqualTo(Kind.BUNDLE_VALIDATION);
        assertThat(failure(call(TestCall.once(), "url", server.url("/"), "headers", Items.of(pair("A\r\nB", "x"))))
                        .kind())
                .isEqualTo(Kind.BUNDLE_VALIDATION);
    }

    @Test
    void signsInWithAConnectionAndNeverRepeatsItsSecret() {
        server.answer(exchange -> {
            String told = exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + exchange.getRequestHeaders().getFirst("X-Key") + " "
                    + exchange.getRequestURI();
            StubServer.send(exchange, 401, "text/plain", "you sent " + told);
        });
        String basic = stored(ConnectionType.BASIC, Map.of("user", "ada", "password", "opensesame"));
        String bearer = stored(ConnectionType.BEARER, Map.of("token", "opensesame"));
        String header =
                stored(ConnectionType.API_KEY, Map.of("place", "header", "name", "X-Key", "value", "opensesame"));
        String query = stored(ConnectionType.API_KEY, Map.of("place", "query", "name", "key", "value", "opensesame"));
        for (String connection : new String[] {basic, bearer, header, query}) {
            Failure failure = failure(call(TestCall.once().with(connection), "url", server.url("/")));
            assertThat(failure.kind()).isEqualTo(Kind.INVALID_ACCESS_TOKEN);
            assertThat(failure.toString()).doesNotContain("opensesame").doesNotContain("YWRhOm9wZW5zZXNhbWU");
        }
        assertThat(server.seen().header("Authorization")).isEqualTo("Basic YWRhOm9wZW5zZXNhbWU=");
        assertThat(server.seen().header("Authorization")).isEqualTo("Bearer opensesame");
        assertThat(server.seen().header("X-Key")).isEqualTo("opensesame");
        assertThat(server.seen().query()).isEqualTo("key=opensesame");
    }

    @Test
    void saysThatAConnectionIsGone() {
        assertThat(failure(call(TestCall.once().with("999"), "url", server.url("/")))
                        .kind())
                .isEqualTo(Kind.INVALID_CONFIGURATION);
        assertThat(server.untouched()).isTrue();
    }

    @Test
    void speaksFrench() {
        server.answer(500, "text/plain", "");
        assertThat(failure(call(TestCall.once().in(Locale.FRENCH), "url", server.url("/")))
                        .message())
                .contains("rencontre un problème");
    }

    private String stored(ConnectionType type, Map<String, String> fields) {
        return ((Connections.Storage.Stored) connections.create("Test", type, fields))
                .connection()
                .id()
                .toString();
    }

    private static Value json(String text) {
        return ((Json.Parsed) Json.parse(text)).parsed();
    }
}
