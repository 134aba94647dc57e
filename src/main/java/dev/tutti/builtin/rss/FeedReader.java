package dev.tutti.builtin.rss;

import dev.tutti.builtin.http.WebCalls;
import dev.tutti.connector.Failures;
import dev.tutti.connector.Field;
import dev.tutti.connector.FieldType;
import dev.tutti.connector.Output;
import dev.tutti.engine.Failure;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import dev.tutti.outbound.Answer;
import dev.tutti.outbound.AnswerTooLarge;
import dev.tutti.outbound.Header;
import dev.tutti.outbound.Request;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Moment;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import dev.tutti.value.Xml;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Fetches a feed: one bundle for each article, in the order of the feed. */
@Component
final class FeedReader {

    private static final long LARGEST = 10_000_000;
    private static final int BAD = 400;

    private final WebCalls calls;

    FeedReader(WebCalls calls) {
        this.calls = calls;
    }

    static Field url() {
        return Field.text("url").require().like("https://example.com/feed.xml");
    }

    static Output[] outputs() {
        return new Output[] {
            Output.text("title"),
            Output.text("description"),
            Output.text("summary"),
            Output.text("author"),
            Output.text("url"),
            Output.date("dateCreated"),
            Output.date("dateUpdated"),
            Output.list("categories", FieldType.TEXT),
            Output.text("comments"),
            Output.text("guid"),
            Output.list("enclosures", Output.text("url"), Output.text("type"), Output.text("length"))
        };
    }

    static Fields example() {
        return Fields.builder()
                .put("title", new Text("The first program"))
                .put("description", new Text("<p>Notes on the Analytical Engine…</p>"))
                .put("summary", new Text("Notes on the Analytical Engine"))
                .put("author", new Text("Ada Lovelace"))
                .put("url", new Text("https://example.com/articles/1"))
                .put("dateCreated", new Moment(Instant.parse("2026-11-20T08:00:00Z")))
                .put("dateUpdated", new Moment(Instant.parse("2026-11-20T08:00:00Z")))
                .put("categories", Items.of(new Text("history")))
                .put("comments", Text.EMPTY)
                .put("guid", new Text("https://example.com/articles/1"))
                .put("enclosures", Items.EMPTY)
                .build();
    }

    Outcome read(Fields input, Invocation invocation) {
        Request request = new Request(
                "GET",
                input.get("url") instanceof Text(String url) ? url : "",
                List.of(new Header(
                        "Accept", "application/rss+xml, application/atom+xml, application/xml, text/xml, */*")),
                Optional.empty(),
                Request.DEFAULT_TIMEOUT,
                true,
                LARGEST);
        return calls.ask(request, invocation, (answer, _) -> articles(answer, invocation));
    }

    private static Outcome articles(Answer answer, Invocation invocation) throws IOException {
        if (answer.status() >= BAD) {
            return Failures.fail(
                    invocation,
                    answer.status() == 429
                            ? Failure.Kind.RATE_LIMIT
                            : answer.status() >= 500 ? Failure.Kind.CONNECTION : Failure.Kind.DATA,
                    "builtin.rss.status",
                    answer.status());
        }
        try {
            return switch (Xml.parse(answer.body().readAllBytes())) {
                case Xml.Malformed wrong ->
                    Failures.fail(
                            invocation,
                            Failure.Kind.DATA,
                            "builtin.rss.xml",
                            wrong.said().in(invocation.locale()));
                case Xml.Parsed(Value xml) ->
                    Feed.read(xml)
                            .<Outcome>map(Outcome.Emitted::new)
                            .orElseGet(() -> Failures.fail(invocation, Failure.Kind.DATA, "builtin.rss.none"));
            };
        } catch (AnswerTooLarge large) {
            return Failures.fail(
                    invocation, Failure.Kind.MAX_FILE_SIZE_EXCEEDED, "builtin.rss.large", LARGEST / 1_000_000);
        }
    }
}
