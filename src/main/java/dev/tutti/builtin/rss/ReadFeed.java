package dev.tutti.builtin.rss;

import dev.tutti.builtin.http.WebCalls;
import dev.tutti.connector.Field;
import dev.tutti.connector.FieldType;
import dev.tutti.connector.Module;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import dev.tutti.value.Fields;
import dev.tutti.value.Moment;
import dev.tutti.value.Num;
import java.util.List;
import org.springframework.stereotype.Component;

/** Gets the articles of a feed: one bundle each. */
@Component
final class ReadFeed implements Module {

    private static final ModuleSpec SPEC = ModuleSpec.search("rss:read")
            .disc("list-ordered", "#B45309")
            .mayUseConnection(WebCalls.types())
            .fields(
                    FeedReader.url(),
                    Field.of("since", FieldType.DATE).inAdvanced(),
                    Field.number("limit").byDefault(10).between(1, 1_000))
            .outputs(FeedReader.outputs())
            .example(FeedReader.example())
            .done();

    private final FeedReader feeds;

    ReadFeed(FeedReader feeds) {
        this.feeds = feeds;
    }

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    @Override
    public Outcome run(Fields input, Invocation invocation) {
        Outcome outcome = feeds.read(input, invocation);
        if (!(outcome instanceof Outcome.Emitted(List<Fields> articles))) {
            return outcome;
        }
        return new Outcome.Emitted(articles.stream()
                .filter(article -> !(input.get("since") instanceof Moment since)
                        || !(article.get("dateCreated") instanceof Moment date)
                        || !date.instant().isBefore(since.instant()))
                .limit(((Num) input.get("limit")).number().longValue())
                .toList());
    }
}
