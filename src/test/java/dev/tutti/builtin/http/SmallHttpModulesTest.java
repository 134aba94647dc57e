package dev.tutti.builtin.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.builtin.Asked;
import dev.tutti.builtin.ModuleBench;
import dev.tutti.connector.Modules;
import dev.tutti.engine.Failure;
import dev.tutti.value.Blob;
import dev.tutti.value.Blobs;
import dev.tutti.value.Fields;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import java.io.InputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@ModuleBench
class SmallHttpModulesTest {

    private final Asked file;
    private final Asked resolve;
    private final Asked headers;
    private final Blobs blobs;
    private final StubServer server = new StubServer();

    SmallHttpModulesTest(Modules modules, Blobs blobs) throws Exception {
        this.file = new Asked(modules, "http:file");
        this.resolve = new Asked(modules, "http:resolve");
        this.headers = new Asked(modules, "http:headers");
        this.blobs = blobs;
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void keepsAnyContentAsAFile() throws Exception {
        server.answer(200, "text/html; charset=utf-8", "<p>héllo");
        Fields bundle = file.bundle("url", server.url("/docs/page.html?x=1"));
        assertThat(bundle.get("fileName")).isEqualTo(new Text("page.html"));
        assertThat(bundle.get("fileSize")).isEqualTo(Num.of(9));
        try (InputStream in = blobs.open((Blob) bundle.get("data"))) {
            assertThat(new String(in.readAllBytes(), "UTF-8")).isEqualTo("<p>héllo");
        }
        assertThat(file.text("fileName", "url", server.url("/x"), "fileName", "mine.html"))
                .isEqualTo("mine.html");
    }

    @Test
    void aFileThatIsTooLargeOrNotThereFails() {
        server.answer(exchange -> StubServer.send(exchange, 200, "application/zip", new byte[1_000_001]));
        Failure large = file.failure("url", server.url("/"), "maxMegabytes", 1);
        assertThat(large.kind()).isEqualTo(Failure.Kind.MAX_FILE_SIZE_EXCEEDED);
        assertThat(large.message()).contains("1 MB");
        server.answer(404, "text/plain", "no");
        assertThat(file.failure("url", server.url("/")).message()).contains("404");
    }

    @Test
    void tellsWhereRedirectsEnd() {
        server.answer(exchange -> {
            if (exchange.getRequestURI().getPath().equals("/short")) {
                exchange.getResponseHeaders().set("Location", "/long?a=1");
                StubServer.send(exchange, 301, "", "");
            } else {
                StubServer.send(exchange, 404, "text/plain", "a body that is not read");
            }
        });
        Fields bundle = resolve.bundle("url", server.url("/short"));
        assertThat(bundle.get("url")).isEqualTo(new Text(server.url("/long?a=1")));
        assertThat(bundle.get("statusCode")).isEqualTo(Num.of(404));
        assertThat(resolve.failure("url", "http://10.0.0.1/").kind()).isEqualTo(Failure.Kind.BUNDLE_VALIDATION);
    }

    @Test
    void asksForHeadersOnly() {
        server.answer(200, "text/csv", "a;b");
        Fields bundle = headers.bundle("url", server.url("/"));
        assertThat(dev.tutti.value.Json.write(bundle)).contains("{\"name\":\"content-type\",\"value\":\"text/csv\"}");
        assertThat(server.seen().method()).isEqualTo("HEAD");
    }
}
