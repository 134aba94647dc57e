package dev.tutti.scenario.exchange;

import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A blueprint in its JSON form, while it is drawn or taken apart. */
public final class Sheet {

    /** One module. {@code rest} are members that only we have, such as {@code retry}. */
    public record Piece(
            int no,
            String ref,
            int version,
            Optional<String> name,
            Spot at,
            Fields values,
            boolean disabled,
            Fields rest) {

        public Piece with(Fields changed) {
            return new Piece(no, ref, version, name, at, changed, disabled, rest);
        }
    }

    /** A place on the canvas, in pixels. */
    public record Spot(int x, int y) {

        /** How far from the middle something may lie. */
        public static final int FARTHEST = 1_000_000;

        public static Spot of(double x, double y) {
            return new Spot((int) Math.round(Math.clamp(x, -FARTHEST, FARTHEST)), (int)
                    Math.round(Math.clamp(y, -FARTHEST, FARTHEST)));
        }
    }

    /** One link. {@code filter} has the form of blueprints: name and conditions. */
    public record Way(
            int from,
            int to,
            int order,
            Optional<String> name,
            Optional<Fields> filter,
            boolean fallback,
            boolean disabled,
            boolean error,
            Items errors) {

        public static Way plain(int from, int to) {
            return new Way(from, to, 1, Optional.empty(), Optional.empty(), false, false, false, Items.EMPTY);
        }
    }

    private static final List<String> KNOWN = List.of("no", "module", "version", "name", "at", "values", "disabled");

    public final List<Piece> pieces = new ArrayList<>();
    public final List<Way> ways = new ArrayList<>();
    public final List<Value> notes = new ArrayList<>();
    public Fields settings = Fields.EMPTY;
    public Items groups = Items.EMPTY;
    private final Map<List<Integer>, Way> byEnds = new HashMap<>();

    /** Adds a link, unless these two are linked already. */
    public boolean link(Way way) {
        if (way.from() == way.to() || byEnds.putIfAbsent(List.of(way.from(), way.to()), way) != null) {
            return false;
        }
        return ways.add(way);
    }

    public Fields json() {
        Fields.Builder json = Fields.builder()
                .put("modules", new Items(pieces.stream().map(Sheet::json).toList()))
                .put("links", new Items(ways.stream().map(Sheet::json).toList()))
                .put("notes", new Items(notes))
                .put("settings", settings);
        if (groups.size() > 0) {
            json.put("groups", groups);
        }
        return json.build();
    }

    private static Value json(Piece piece) {
        Fields.Builder json = Fields.builder()
                .put("no", Num.of(piece.no()))
                .put("module", Text.of(piece.ref()))
                .put("version", Num.of(piece.version()));
        piece.name().ifPresent(name -> json.put("name", Text.of(name)));
        return json.put("at", Items.of(Num.of(piece.at().x()), Num.of(piece.at().y())))
                .put("values", piece.values())
                .put("disabled", Bool.of(piece.disabled()))
                .putAll(piece.rest())
                .build();
    }

    private static Value json(Way way) {
        Fields.Builder json = Fields.builder()
                .put("from", Num.of(way.from()))
                .put("to", Num.of(way.to()))
                .put("order", Num.of(way.order()));
        way.name().ifPresent(name -> json.put("name", Text.of(name)));
        way.filter().ifPresent(filter -> json.put("filter", filter));
        json.put("fallback", Bool.of(way.fallback())).put("disabled", Bool.of(way.disabled()));
        if (way.error()) {
            json.put("error", Bool.TRUE);
        }
        if (way.errors().size() > 0) {
            json.put("errors", way.errors());
        }
        return json.build();
    }

    /** Takes a blueprint apart, which must be one. */
    public static Sheet of(Fields blueprint) {
        Sheet sheet = new Sheet();
        each(blueprint, "modules").forEach(module -> sheet.pieces.add(piece(module)));
        each(blueprint, "links").forEach(link -> sheet.link(way(link)));
        sheet.notes.addAll(each(blueprint, "notes"));
        sheet.settings = Look.fields(blueprint, "settings");
        sheet.groups = Look.items(blueprint, "groups");
        return sheet;
    }

    private static List<Fields> each(Fields blueprint, String member) {
        return Look.each(blueprint, member);
    }

    private static Piece piece(Fields json) {
        Fields.Builder rest = Fields.builder();
        json.fields().forEach((key, value) -> {
            if (!KNOWN.contains(key)) {
                rest.put(key, value);
            }
        });
        Items at = Look.items(json, "at");
        return new Piece(
                Look.whole(json.get("no")).orElse(0),
                Look.text(json, "module"),
                Look.whole(json.get("version")).orElse(1),
                Look.name(json.get("name")),
                new Spot(Look.whole(at.get(0)).orElse(0), Look.whole(at.get(1)).orElse(0)),
                Look.fields(json, "values"),
                json.get("disabled") == Bool.TRUE,
                rest.build());
    }

    private static Way way(Fields json) {
        return new Way(
                Look.whole(json.get("from")).orElse(0),
                Look.whole(json.get("to")).orElse(0),
                Look.whole(json.get("order")).orElse(1),
                Look.name(json.get("name")),
                json.get("filter") instanceof Fields filter ? Optional.of(filter) : Optional.empty(),
                json.get("fallback") == Bool.TRUE,
                json.get("disabled") == Bool.TRUE,
                json.get("error") == Bool.TRUE,
                Look.items(json, "errors"));
    }
}
