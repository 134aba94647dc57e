package dev.tutti.builtin.rss;

import dev.tutti.builtin.http.WebCalls;
import dev.tutti.connector.Cursor;
import dev.tutti.connector.Field;
import dev.tutti.connector.MakeEquivalent;
import dev.tutti.connector.MakeNode;
import dev.tutti.connector.MakeTranslation;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.connector.Polled;
import dev.tutti.connector.PolledList;
import dev.tutti.engine.Failure;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import dev.tutti.value.Fields;
import dev.tutti.value.Moment;
import dev.tutti.value.Text;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Starts a scenario with the new articles of a feed. */
@Component
final class WatchFeed implements PolledList {

    private static final ModuleSpec SPEC = ModuleSpec.trigger("rss:watch")
            .disc("bell", "#B45309")
            .mayUseConnection(WebCalls.types())
            .fields(FeedReader.url(), Field.number("limit").byDefault(10).between(1, 1_000))
            .outputs(FeedReader.outputs())
            .example(FeedReader.example())
            .make(MakeEquivalent.of("rss:TriggerNewArticle", WatchFeed::fromMake))
            .done();

    private final FeedReader feeds;

    WatchFeed(FeedReader feeds) {
        this.feeds = feeds;
    }

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    /** A feed is its newest articles, whose dates are now and then changed or missing. */
    @Override
    public Cursor cursor() {
        return Cursor.bySeen();
    }

    @Override
    public Polled<List<Item>> list(Fields values, Query query, Invocation invocation) {
        return switch (feeds.read(values, invocation)) {
            case Outcome.Emitted(List<Fields> articles) ->
                new Polled.Got<>(articles.stream().map(WatchFeed::item).toList());
            case Outcome.Failed(Failure failure) -> new Polled.Failed<>(failure);
            case Outcome.Suspended _ -> throw new IllegalStateException("A feed does not wait");
        };
    }

    private static Item item(Fields article) {
        String title = text(article, "title");
        String id = text(article, "guid");
        return new Item(
                id.isEmpty() ? title : id,
                article.get("dateCreated") instanceof Moment(var instant) ? Optional.of(instant) : Optional.empty(),
                title.isEmpty() ? id : title,
                article);
    }

    private static String text(Fields article, String key) {
        return article.get(key) instanceof Text(String text) ? text : "";
    }

    private static MakeTranslation fromMake(MakeNode node) {
        MakeTranslation translation = MakeTranslation.exact(Fields.of(
                "url", node.value("url"), "limit", node.has("maxResults") ? node.value("maxResults") : Text.of("10")));
        return node.has("username") ? translation.todo("builtin.make.http.basic", node.text("username")) : translation;
    }
}
