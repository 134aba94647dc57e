package dev.tutti.builtin.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.builtin.Asked;
import dev.tutti.builtin.ModuleBench;
import dev.tutti.builtin.Owner;
import dev.tutti.builtin.TestCall;
import dev.tutti.connection.ConnectionType;
import dev.tutti.connection.Connections;
import dev.tutti.connector.Modules;
import dev.tutti.engine.Failure;
import dev.tutti.value.Fields;
import dev.tutti.value.Num;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@ModuleBench
class PagesTest {

    private final Asked request;
    private final Connections connections;
    private final Owner owner;
    private final StubServer server = new StubServer();

    PagesTest(Modules modules, Connections connections, Owner owner) throws Exception {
        this.request = new Asked(modules, "http:request");
        this.connections = connections;
        this.owner = owner;
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** Answers what the query asks for: {@code page=2} is looked up as "page=2". */
    private void answers(Map<String, String> byQuery) {
        server.answer(exchange -> StubServer.send(
                exchange,
                200,
                "application/json",
                byQuery.getOrDefault(String.valueOf(exchange.getRequestURI().getRawQuery()), "{\"items\":[]}")));
    }

    private static List<String> data(List<Fields> pages) {
        return pages.stream()
                .map(page -> dev.tutti.value.Json.write(page.get("data")))
                .toList();
    }

    @Test
    void goesOnByNumberUntilAPageIsEmpty() {
        answers(Map.of("a=1&page=1", "{\"items\":[1,2]}", "a=1&page=2", "{\"items\":[3]}"));
        List<Fields> pages = request.bundles("url", server.url("/?a=1"), "paging", "page", "itemsPath", "items");
        assertThat(data(pages)).containsExactly("{\"items\":[1,2]}", "{\"items\":[3]}");
        assertThat(pages).extracting(page -> page.get("page")).containsExactly(Num.of(1), Num.of(2));
    }

    @Test
    void goesOnByOffsetUntilAPageIsNotFull() {
        answers(Map.of("limit=2&skip=0", "[1,2]", "limit=2&skip=2", "[3]"));
        assertThat(data(request.bundles(
                        "url",
                        server.url("/?skip=7"),
                        "paging",
                        "offset",
                        "pageParameter",
                        "skip",
                        "limitParameter",
                        "limit",
                        "pageSize",
                        2)))
                .containsExactly("[1,2]", "[3]");
        server.seen();
        server.seen();
        assertThat(server.untouched()).as("a page that is not full is the last").isTrue();
    }

    @Test
    void goesOnByTokenAndByAddress() {
        answers(Map.of("null", "{\"n\":1,\"meta\":{\"next\":\"b c\"}}", "cursor=b%20c", "{\"n\":2,\"meta\":{}}"));
        assertThat(request.bundles(
                        "url", server.url("/"), "paging", "token", "pageParameter", "cursor", "nextPath", "meta.next"))
                .hasSize(2);
        answers(Map.of("null", "{\"next\":\"/list?p=2\"}", "p=2", "{\"next\":\"/list?p=2\"}"));
        assertThat(request.bundles("url", server.url("/list"), "paging", "url", "nextPath", "next"))
                .as("a page that names itself is the last")
                .hasSize(2);
        server.answer(exchange -> {
            if (exchange.getRequestURI().getPath().equals("/1")) {
                exchange.getResponseHeaders().set("Link", "</1>; rel=\"prev\", </2>; rel=\"next\"");
            }
            StubServer.send(exchange, 200, "application/json", "[]");
        });
        assertThat(request.bundles("url", server.url("/1"), "paging", "url")).hasSize(2);
    }

    @Test
    void endsAtTheMostPages() {
        server.answer(200, "application/json", "[1]");
        assertThat(request.bundles("url", server.url("/"), "paging", "page", "maxPages", 3))
                .hasSize(3);
    }

    @Test
    void neverSendsCredentialsToTheServerOfAnotherPage() {
        owner.signIn();
        server.answer(200, "application/json", "{\"next\":\"http://127.0.0.2:1/steal\"}");
        var stored = (Connections.Storage.Stored)
                connections.create("Test", ConnectionType.BEARER, Map.of("token", "opensesame"));
        Failure failure = Asked.failed(request.call(
                TestCall.once().with(stored.connection().id()),
                "url",
                server.url("/"),
                "paging",
                "url",
                "nextPath",
                "next"));
        assertThat(failure.kind()).isEqualTo(Failure.Kind.DATA);
        assertThat(failure.message()).contains("127.0.0.2");
    }

    @Test
    void aBadPageFailsTheWholeCall() {
        server.answer(exchange -> StubServer.send(
                exchange, exchange.getRequestURI().getQuery().endsWith("2") ? 500 : 200, "application/json", "[1]"));
        assertThat(request.failure("url", server.url("/"), "paging", "page").kind())
                .isEqualTo(Failure.Kind.RUNTIME);
    }
}
