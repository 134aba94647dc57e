package dev.tutti.builtin.http;

import dev.tutti.connector.Field;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Nothing;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How the next page of a list is asked for: by its number, by an offset, by a token, or at an address of its own. */
final class Paging {

    static final int MOST_PAGES = 1_000;

    private static final Pattern NEXT_LINK =
            Pattern.compile("<([^>]*)>[^,]*;\\s*rel=\"?next\"?", Pattern.CASE_INSENSITIVE);

    private final Fields input;
    private final String kind;

    Paging(Fields input) {
        this.input = input;
        this.kind = text("paging");
    }

    /** The settings of a request, and behind them those of its pages. */
    static Field[] after(Field... first) {
        return Stream.concat(Stream.of(first), fields()).toArray(Field[]::new);
    }

    private static Stream<Field> fields() {
        return Stream.of(
                Field.select("paging", "none", "page", "offset", "token", "url")
                        .byDefault("none")
                        .unmapped()
                        .inAdvanced(),
                Field.text("pageParameter")
                        .when("paging", "page", "offset", "token")
                        .inAdvanced(),
                Field.number("pageStart").byDefault(1).when("paging", "page").inAdvanced(),
                Field.text("limitParameter").when("paging", "page", "offset").inAdvanced(),
                Field.number("pageSize")
                        .byDefault(100)
                        .between(1, 100_000)
                        .when("paging", "page", "offset")
                        .inAdvanced(),
                Field.text("nextPath").when("paging", "token", "url").inAdvanced(),
                Field.text("itemsPath").when("paging", "page", "offset").inAdvanced(),
                Field.number("maxPages")
                        .byDefault(10)
                        .between(1, MOST_PAGES)
                        .when("paging", "page", "offset", "token", "url")
                        .inAdvanced());
    }

    boolean wanted() {
        return !kind.isEmpty() && !kind.equals("none");
    }

    int most() {
        return number("maxPages", 10);
    }

    /** The address of the first page. */
    String first(String url) {
        return switch (kind) {
            case "page" -> with(sized(url), parameter("page"), Integer.toString(number("pageStart", 1)));
            case "offset" -> with(sized(url), parameter("offset"), "0");
            default -> url;
        };
    }

    /**
     * Whether there is anything on a page. An empty one behind the last is how many servers end a list.
     *
     * @param page what came of it, its number counted from 0
     */
    boolean empty(Fields page, int number) {
        return number > 0
                && (kind.equals("page") || kind.equals("offset"))
                && items(page).filter(it -> it == 0).isPresent();
    }

    /** The address of the page behind this one, if there is one. */
    Optional<String> next(String url, String here, Fields page, int number) {
        return switch (kind) {
            case "page" ->
                full(page)
                        ? Optional.of(with(
                                sized(url), parameter("page"), Integer.toString(number("pageStart", 1) + number + 1)))
                        : Optional.empty();
            case "offset" ->
                full(page)
                        ? Optional.of(with(
                                sized(url),
                                parameter("offset"),
                                Long.toString((number + 1L) * number("pageSize", 100))))
                        : Optional.empty();
            case "token" ->
                plain(at(page.get("data"), text("nextPath"))).map(token -> with(url, parameter("page_token"), token));
            case "url" ->
                (text("nextPath").isEmpty() ? link(page) : plain(at(page.get("data"), text("nextPath"))))
                        .flatMap(address -> resolved(here, address));
            default -> Optional.empty();
        };
    }

    /** Without a size to go by, a page that is not empty may have one behind it. */
    private boolean full(Fields page) {
        return items(page)
                .map(count -> text("limitParameter").isEmpty() ? count > 0 : count >= number("pageSize", 100))
                .orElse(false);
    }

    private Optional<Integer> items(Fields page) {
        return at(page.get("data"), text("itemsPath")) instanceof Items(List<Value> items)
                ? Optional.of(items.size())
                : Optional.empty();
    }

    private String sized(String url) {
        String limit = text("limitParameter");
        return limit.isEmpty() ? url : with(url, limit, Integer.toString(number("pageSize", 100)));
    }

    private String parameter(String standard) {
        String chosen = text("pageParameter").strip();
        return chosen.isEmpty() ? standard : chosen;
    }

    /** The address with this parameter, in place of one of the same name. */
    private static String with(String url, String name, String value) {
        int fragment = url.indexOf('#');
        String base = fragment < 0 ? url : url.substring(0, fragment);
        int mark = base.indexOf('?');
        List<String> kept = new ArrayList<>();
        if (mark >= 0) {
            Stream.of(base.substring(mark + 1).split("&"))
                    .filter(pair -> !pair.isEmpty() && !pair.split("=", 2)[0].equals(Query.encode(name)))
                    .forEach(kept::add);
        }
        kept.add(Query.encode(name) + "=" + Query.encode(value));
        return (mark < 0 ? base : base.substring(0, mark)) + "?" + String.join("&", kept);
    }

    private static Optional<String> link(Fields page) {
        List<Value> headers = page.get("headers") instanceof Items(List<Value> items) ? items : List.of();
        return headers.stream()
                .map(Fields.class::cast)
                .filter(header -> header.get("name").equals(Text.of("link")))
                .flatMap(header ->
                        NEXT_LINK.matcher(((Text) header.get("value")).text()).results())
                .map(found -> found.group(1))
                .findFirst();
    }

    private static Optional<String> resolved(String here, String address) {
        try {
            return Optional.of(URI.create(here).resolve(address).toString());
        } catch (IllegalArgumentException noAddress) {
            return Optional.of(address);
        }
    }

    /** What lies in a value under a path with points, such as {@code meta.next}. */
    static Value at(Value value, String path) {
        Value found = value;
        for (String part : path.strip().isEmpty() ? new String[0] : path.strip().split("\\.")) {
            found = found instanceof Fields fields ? fields.get(part) : Nothing.NULL;
        }
        return found;
    }

    private static Optional<String> plain(Value value) {
        return switch (value) {
            case Text(String text) when !text.isBlank() -> Optional.of(text);
            case Num number -> Optional.of(number.plain());
            default -> Optional.empty();
        };
    }

    private String text(String key) {
        return input.get(key) instanceof Text(String text) ? text : "";
    }

    private int number(String key, int standard) {
        return input.get(key) instanceof Num number
                ? number.number()
                        .max(BigDecimal.ZERO)
                        .min(BigDecimal.valueOf(1_000_000))
                        .intValue()
                : standard;
    }
}
