package dev.tutti.builtin.rss;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.builtin.Asked;
import dev.tutti.builtin.ModuleBench;
import dev.tutti.builtin.TestCall;
import dev.tutti.builtin.http.StubServer;
import dev.tutti.connector.Modules;
import dev.tutti.connector.Polled;
import dev.tutti.connector.Polling;
import dev.tutti.connector.Position;
import dev.tutti.engine.Failure;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Moment;
import dev.tutti.value.Text;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ModuleBench
class FeedModulesTest {

    private static final String RSS = """
            <?xml version="1.0"?><rss version="2.0" xmlns:dc="d" xmlns:content="c"><channel><title>Blog</title>
            <item><title>Two</title><link>https://x.example/2</link><guid isPermaLink="false">b</guid>
            <pubDate>Fri, 20 Nov 2026 09:00:00 +0100</pubDate><dc:creator>Ada</dc:creator>
            <description>short</description><content:encoded><![CDATA[<p>long</p>]]></content:encoded>
            <category>a</category><category>b</category><enclosure url="https://x.example/a.mp3" type="audio/mpeg" length="7"/></item>
            <item><title>One</title><link>https://x.example/1</link><pubDate>Thu, 19 Nov 2026 08:00 GMT</pubDate></item>
            </channel></rss>""";

    private static final String ATOM = """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>Blog</title><entry><title type="html">Hi</title><id>urn:1</id>
            <link rel="self" href="https://x.example/self"/><link href="https://x.example/hi"/>
            <published>2026-11-20T08:00:00Z</published><updated>2026-11-20T09:00:00Z</updated>
            <author><name>Bo</name></author><category term="news"/><summary>S</summary></entry></feed>""";

    private final Asked read;
    private final Modules modules;
    private final StubServer server = new StubServer();

    FeedModulesTest(Modules modules) throws Exception {
        this.modules = modules;
        read = new Asked(modules, "rss:read");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void readsRss() {
        server.answer(200, "application/rss+xml", RSS);
        List<Fields> articles = read.bundles("url", server.url("/feed"));
        assertThat(articles).hasSize(2);
        assertThat(articles.getFirst())
                .isEqualTo(Fields.builder()
                        .put("title", new Text("Two"))
                        .put("description", new Text("<p>long</p>"))
                        .put("summary", new Text("short"))
                        .put("author", new Text("Ada"))
                        .put("url", new Text("https://x.example/2"))
                        .put("dateCreated", new Moment(Instant.parse("2026-11-20T08:00:00Z")))
                        .put("dateUpdated", new Moment(Instant.parse("2026-11-20T08:00:00Z")))
                        .put("categories", Items.of(new Text("a"), new Text("b")))
                        .put("comments", Text.EMPTY)
                        .put("guid", new Text("b"))
                        .put(
                                "enclosures",
                                Items.of(Fields.of(
                                        "url", new Text("https://x.example/a.mp3"),
                                        "type", new Text("audio/mpeg"),
                                        "length", new Text("7"))))
                        .build());
        assertThat(articles.get(1).get("guid")).isEqualTo(new Text("https://x.example/1"));
        assertThat(read.bundles("url", server.url("/feed"), "since", "2026-11-20"))
                .hasSize(1);
        assertThat(read.bundles("url", server.url("/feed"), "limit", 1)).hasSize(1);
    }

    @Test
    void readsAtom() {
        server.answer(200, "application/atom+xml", ATOM);
        Fields article = read.bundle("url", server.url("/feed"));
        assertThat(article.get("title")).isEqualTo(new Text("Hi"));
        assertThat(article.get("url")).isEqualTo(new Text("https://x.example/hi"));
        assertThat(article.get("author")).isEqualTo(new Text("Bo"));
        assertThat(article.get("categories")).isEqualTo(Items.of(new Text("news")));
        assertThat(article.get("dateUpdated")).isEqualTo(new Moment(Instant.parse("2026-11-20T09:00:00Z")));
    }

    @ParameterizedTest
    @CsvSource({
        "'Fri, 20 Nov 2026 09:00:00 +0100',2026-11-20T08:00:00Z",
        "'20 Nov 2026 09:00 GMT',2026-11-20T09:00:00Z",
        "'Fri, 20 Nov 2026 09:00:00 EST',2026-11-20T14:00:00Z",
        "2026-11-20T09:00:00+01:00,2026-11-20T08:00:00Z",
        "2026-11-20,2026-11-20T00:00:00Z"
    })
    void readsTheDatesThatFeedsWrite(String text, Instant date) {
        assertThat(Feed.instant(text)).contains(date);
        assertThat(Feed.instant("some day")).isEmpty();
    }

    @Test
    void saysWhatIsWrong() {
        server.answer(200, "text/html", "<html><body>no feed</body></html>");
        assertThat(read.failure("url", server.url("/")).message()).contains("no RSS or Atom feed");
        server.answer(200, "text/xml", "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><rss>&x;</rss>");
        assertThat(read.failure("url", server.url("/")).message()).contains("cannot be read");
        server.answer(503, "text/plain", "");
        assertThat(read.failure("url", server.url("/")).kind()).isEqualTo(Failure.Kind.CONNECTION);
    }

    @Test
    void aWatchGivesOnlyWhatIsNewTheOldestFirst() {
        server.answer(200, "application/rss+xml", RSS);
        Polling.Batch first = poll(Optional.empty());
        assertThat(first.bundles())
                .extracting(bundle -> bundle.get("title"))
                .containsExactly(new Text("One"), new Text("Two"));
        assertThat(poll(Optional.of(first.next())).bundles()).isEmpty();
        server.answer(
                200,
                "application/rss+xml",
                RSS.replace("<item><title>Two", "<item><title>Three</title><guid>c</guid></item><item><title>Two"));
        assertThat(poll(Optional.of(first.next())).bundles())
                .extracting(bundle -> bundle.get("title"))
                .containsExactly(new Text("Three"));
    }

    private Polling.Batch poll(Optional<Position> since) {
        Polled<Polling.Batch> polled = modules.ask(
                "rss:watch",
                Fields.of("url", new Text(server.url("/feed"))),
                TestCall.once(),
                (polling, values) -> polling.poll(values, since, 10, TestCall.once()));
        return ((Polled.Got<Polling.Batch>) polled).what();
    }
}
