package dev.tutti.builtin.rss;

import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Moment;
import dev.tutti.value.Nothing;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import dev.tutti.value.Xml;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The articles of a feed, whichever of the three formats it is in: RSS 2.0, RSS 1.0 (RDF) or Atom (RFC 4287). */
final class Feed {

    private static final int MOST = 2_000;
    private static final DateTimeFormatter MAIL_DATE =
            DateTimeFormatter.ofPattern("[EEE, ]d MMM yyyy HH:mm[:ss] [zzz][xx][xxx]", Locale.ENGLISH);

    private Feed() {}

    /** Empty where the XML is no feed. */
    static Optional<List<Fields>> read(Value xml) {
        Value root = xml instanceof Fields fields && !fields.isEmpty()
                ? fields.fields().firstEntry().getValue()
                : Nothing.NULL;
        String kind = xml instanceof Fields fields && !fields.isEmpty()
                ? fields.fields().firstEntry().getKey()
                : "";
        return switch (kind) {
            case "rss" -> Optional.of(articles(at(root, "channel"), "item"));
            case "RDF" -> Optional.of(articles(root, "item"));
            case "feed" -> Optional.of(articles(root, "entry"));
            default -> Optional.empty();
        };
    }

    private static List<Fields> articles(Value parent, String name) {
        return all(at(parent, name)).stream()
                .limit(MOST)
                .filter(Fields.class::isInstance)
                .map(item -> article((Fields) item))
                .toList();
    }

    private static Fields article(Fields item) {
        String url = link(item);
        String id = text(first(item, "guid", "id", "about"));
        Fields.Builder article = Fields.builder()
                .put("title", Text.of(text(first(item, "title"))))
                .put("description", Text.of(text(first(item, "encoded", "content", "description", "summary"))))
                .put("summary", Text.of(text(first(item, "summary", "description"))))
                .put("author", Text.of(author(item)))
                .put("url", Text.of(url))
                .put("dateCreated", date(first(item, "pubDate", "published", "date", "issued")))
                .put("dateUpdated", date(first(item, "updated", "modified", "pubDate", "published", "date")))
                .put("categories", new Items(categories(item)))
                .put("comments", Text.of(text(first(item, "comments"))))
                .put("guid", Text.of(id.isEmpty() ? url : id))
                .put("enclosures", new Items(enclosures(item)));
        return article.build();
    }

    private static String link(Fields item) {
        List<Value> links = all(item.get("link"));
        Optional<String> best = links.stream()
                .filter(Fields.class::isInstance)
                .filter(link -> Stream.of("", "alternate").anyMatch(attribute(link, "rel")::equals))
                .map(link -> attribute(link, "href"))
                .filter(address -> !address.isEmpty())
                .findFirst();
        return best.orElseGet(() -> links.stream()
                .map(Feed::text)
                .filter(address -> !address.isEmpty())
                .findFirst()
                .orElse(""));
    }

    private static String author(Fields item) {
        Value author = first(item, "creator", "author");
        return author instanceof Fields person && person.has("name") ? text(person.get("name")) : text(author);
    }

    private static List<Value> categories(Fields item) {
        return Stream.concat(all(item.get("category")).stream(), all(item.get("subject")).stream())
                .map(category -> attribute(category, "term").isEmpty() ? text(category) : attribute(category, "term"))
                .filter(name -> !name.isEmpty())
                .<Value>map(Text::of)
                .toList();
    }

    private static List<Value> enclosures(Fields item) {
        List<Value> files = new ArrayList<>(all(item.get("enclosure")));
        all(item.get("link")).stream()
                .filter(link -> attribute(link, "rel").equals("enclosure"))
                .forEach(files::add);
        return files.stream()
                .<Value>map(file -> Fields.of(
                        "url",
                        Text.of(attribute(file, attribute(file, "url").isEmpty() ? "href" : "url")),
                        "type",
                        Text.of(attribute(file, "type")),
                        "length",
                        Text.of(attribute(file, "length"))))
                .toList();
    }

    private static Value date(Value value) {
        return instant(text(value)).<Value>map(Moment::new).orElse(Nothing.NULL);
    }

    static Optional<Instant> instant(String text) {
        String date = text.strip();
        if (date.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(date).toInstant());
        } catch (DateTimeException notIso) {
            // Most feeds write dates as e-mail does.
        }
        try {
            String named = date.replaceFirst("\\b(UT|Z)$", "GMT");
            return Optional.of(Instant.from(MAIL_DATE.parse(named)));
        } catch (DateTimeException notMail) {
            try {
                return Optional.of(LocalDate.parse(date.substring(0, Math.min(10, date.length())))
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant());
            } catch (DateTimeException none) {
                return Optional.empty();
            }
        }
    }

    private static Value first(Fields item, String... names) {
        return Stream.of(names)
                .flatMap(name -> all(item.get(name)).stream())
                .filter(value -> value instanceof Fields || !text(value).isEmpty())
                .findFirst()
                .orElse(Nothing.NULL);
    }

    private static List<Value> all(Value value) {
        return switch (value) {
            case Items(List<Value> items) -> items;
            case Nothing _ -> List.of();
            default -> List.of(value);
        };
    }

    private static Value at(Value value, String name) {
        return value instanceof Fields fields ? fields.get(name) : Nothing.NULL;
    }

    private static String attribute(Value element, String name) {
        return text(at(at(element, Xml.ATTRIBUTES), name));
    }

    private static String text(Value value) {
        return switch (value) {
            case Text(String text) -> text.strip();
            case Fields element -> text(element.get(Xml.VALUE));
            default -> "";
        };
    }
}
