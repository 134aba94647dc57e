package dev.tutti.scenario.make;

import dev.tutti.scenario.exchange.Filters;
import dev.tutti.scenario.exchange.Look;
import dev.tutti.scenario.exchange.Sheet;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Message;
import dev.tutti.value.Nothing;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Writes what splits the way: routers with their routes, If-else with its branches and its Merge, handlers by type. */
final class MakeForks {

    /** @param merge the link that leads on to the Merge; {@code ways} are all of them, by branch */
    record Joined(Fields node, Optional<Sheet.Way> merge, List<Optional<Sheet.Way>> ways) {}

    private static final int FAR = 150;

    private final Giving giving;
    private final MakeWalk walk;

    MakeForks(Giving giving, MakeWalk walk) {
        this.giving = giving;
        this.walk = walk;
    }

    Fields router(Sheet.Piece piece, Fields node, MakeWalk.Here here) {
        List<Sheet.Way> ways = giving.ways(piece.no(), false);
        List<Fields> old = skeletons(piece, "routes", ways);
        List<Value> routes = new ArrayList<>();
        OptionalInt otherwise = OptionalInt.empty();
        int next = 0;
        for (int i = 0; i < Math.max(old.size(), ways.size()); i++) {
            Fields skeleton = i < old.size() ? old.get(i) : Fields.EMPTY;
            if (skeleton.has("flow") || next >= ways.size()) {
                routes.add(skeleton);
                continue;
            }
            Sheet.Way way = ways.get(next++);
            if (way.fallback()) {
                otherwise = OptionalInt.of(routes.size());
            }
            Fields route = skeleton.with("flow", walk.walk(way, here.in(false)).items());
            routes.add(
                    way.disabled() || skeleton.has("disabled")
                            ? route.with("disabled", Bool.of(way.disabled()))
                            : route);
        }
        Fields parts = node.with("routes", new Items(routes));
        if (!parts.has("mapper")
                || parts.get("mapper").equals(Fields.EMPTY)
                        && giving.original(piece).isEmpty()) {
            parts = parts.with("mapper", Nothing.NULL);
        }
        Fields parameters = Look.fields(node, "parameters");
        OptionalInt before = Look.whole(parameters.get("else"));
        if (otherwise.isPresent()) {
            return otherwise.equals(before)
                    ? parts
                    : parts.with("parameters", parameters.with("else", Num.of(otherwise.getAsInt())));
        }
        boolean beyond = before.isPresent() && before.getAsInt() >= routes.size();
        return parameters.has("else") && !beyond ? parts.with("parameters", parameters.without("else")) : parts;
    }

    /**
     * What is known of the routes from the file they came from, one for each; empty where they were changed so much that
     * it does not fit any more.
     */
    private List<Fields> skeletons(Sheet.Piece piece, String member, List<Sheet.Way> ways) {
        List<Fields> old = Look.each(giving.original(piece).orElse(Fields.EMPTY), member);
        long filled = old.stream().filter(route -> !route.has("flow")).count();
        return filled == ways.size() ? old : List.of();
    }

    Joined ifElse(Sheet.Piece piece, Fields node, MakeWalk.Here here) {
        List<Sheet.Way> ways = giving.ways(piece.no(), false);
        List<Fields> old = Look.each(giving.original(piece).orElse(Fields.EMPTY), "branches");
        List<Value> branches = new ArrayList<>();
        List<Optional<Sheet.Way>> merges = new ArrayList<>();
        boolean fits = ways.stream().allMatch(way -> way.order() <= old.size()) && ways.size() + 1 >= old.size();
        for (Sheet.Way way : ways) {
            Fields skeleton = fits ? old.get(way.order() - 1) : Fields.EMPTY;
            MakeWalk.Flow flow = walk.walk(way, here.in(true));
            merges.add(flow.merge());
            branches.add(branch(way, skeleton, flow));
        }
        boolean otherwise = ways.stream().anyMatch(Sheet.Way::fallback);
        if (fits && old.size() > branches.size()) {
            branches.add(old.getLast());
        } else if (!otherwise) {
            branches.add(Fields.builder()
                    .put("type", Text.of("else"))
                    .put("label", Text.EMPTY)
                    .put("disabled", Bool.FALSE)
                    .put("merge", Bool.FALSE)
                    .put("flow", Items.EMPTY)
                    .build());
        }
        Fields parts = node.with("branches", new Items(branches));
        if (giving.original(piece).isEmpty()) {
            parts = parts.with("mapper", Nothing.NULL);
        }
        parts = MakeTexts.out(here.numbers()).renumbered(parts);
        Optional<Sheet.Way> merge = merges.stream().flatMap(Optional::stream).findFirst();
        return new Joined(parts, merge, merges);
    }

    private Fields branch(Sheet.Way way, Fields skeleton, MakeWalk.Flow flow) {
        Fields branch = skeleton.isEmpty()
                ? Fields.of(
                        "type",
                        Text.of(way.fallback() ? "else" : "condition"),
                        "label",
                        Text.of(way.name().orElse("")))
                : skeleton;
        if (!way.fallback() && !conditions(way).equals(kept(branch))) {
            branch = branch.with(
                    "conditions",
                    way.filter()
                            .map(filter -> MakeTexts.out(Map.of()).of(filter).get("conditions"))
                            .orElse(Items.EMPTY));
        }
        if (!Look.name(branch.get("label")).equals(way.name())) {
            branch = branch.with("label", Text.of(way.name().orElse("")));
        }
        if (way.disabled() || branch.has("disabled")) {
            branch = branch.with("disabled", Bool.of(way.disabled()));
        }
        return branch.with("merge", Bool.of(flow.merge().isPresent())).with("flow", flow.items());
    }

    private static Optional<Fields> kept(Fields branch) {
        return MakeFilter.named(
                MakeFilter.conditions(branch.get("conditions"), MakeTexts.in(Map.of()), _ -> {}), branch.get("label"));
    }

    /** What the branch itself asks for, where this link begins one that came from Make; else everything or nothing. */
    Optional<Fields> conditions(Sheet.Way way) {
        Sheet.Piece from = giving.find(way.from()).orElse(null);
        if (from == null || !from.ref().equals(MakeBranches.IF_ELSE) || way.fallback()) {
            return Optional.empty();
        }
        List<Fields> old = Look.each(giving.original(from).orElse(Fields.EMPTY), "branches");
        if (way.order() <= old.size()) {
            Optional<Fields> kept = kept(old.get(way.order() - 1));
            Fields first = giving.original(giving.piece(way.to())).orElse(Fields.EMPTY);
            Optional<Fields> own = MakeFilter.of(first.get("filter"), MakeTexts.in(Map.of()), _ -> {});
            if (Filters.both(kept, own).equals(way.filter())) {
                return kept;
            }
        }
        return way.filter();
    }

    /** The Merge, which has one filter for each branch and no other. */
    Fields merge(Sheet.Piece piece, Fields node, List<Optional<Sheet.Way>> ways, MakeWalk.Here here) {
        Fields original = giving.original(piece).orElse(Fields.EMPTY);
        Fields merge = node.with("mapper", Nothing.NULL);
        List<Value> outputs = Look.each(piece.values(), "outputs").stream()
                .<Value>map(output -> Fields.of("name", output.get("name"), "mappings", Look.items(output, "values")))
                .toList();
        if (!same(original, outputs)) {
            merge = merge.with(
                    "outputs",
                    MakeTexts.out(Map.of())
                            .of(Fields.of("o", new Items(outputs)))
                            .get("o"));
        }
        List<Value> filters = new ArrayList<>();
        for (int i = 0; i < ways.size(); i++) {
            Value old = Look.items(original, "filters").get(i);
            Optional<Fields> now = ways.get(i)
                    .filter(way -> !giving.piece(way.from()).ref().equals(MakeBranches.IF_ELSE))
                    .flatMap(Sheet.Way::filter);
            Optional<Fields> before = MakeFilter.of(old, MakeTexts.in(Map.of()), _ -> {});
            filters.add(
                    now.equals(before)
                            ? old
                            : now.<Value>map(MakeTexts.out(Map.of())::of).orElse(Nothing.NULL));
        }
        boolean any = filters.stream().anyMatch(filter -> filter != Nothing.NULL);
        boolean same = original.has("filters")
                && Look.items(original, "filters").size() >= filters.size()
                && !any
                && Look.items(original, "filters").items().stream().allMatch(Nothing.NULL::equals);
        return MakeTexts.out(here.numbers()).renumbered(same ? merge : merge.with("filters", new Items(filters)));
    }

    private static boolean same(Fields original, List<Value> outputs) {
        MakeTexts texts = MakeTexts.in(Map.of());
        List<Value> before = Look.each(original, "outputs").stream()
                .<Value>map(output -> Fields.of(
                        "name",
                        Text.of(Look.text(output, "name")),
                        "mappings",
                        Look.texts(Look.items(output, "mappings"), texts::of)))
                .toList();
        return before.equals(outputs);
    }

    /** Several handlers, or handlers for some types of errors only, are routes of one router there. */
    Fields handlers(Sheet.Piece piece, List<Sheet.Way> ways, MakeWalk.Here here) {
        List<Value> routes = new ArrayList<>();
        for (Sheet.Way way : ways) {
            Optional<Fields> filter = Filters.both(types(piece.no(), way.errors()), way.filter());
            Sheet.Way route = new Sheet.Way(
                    way.from(), way.to(), way.order(), way.name(), filter, false, way.disabled(), true, Items.EMPTY);
            routes.add(Fields.of("flow", walk.walk(route, here.in(false)).items()));
        }
        giving.report.differs(piece.no(), Message.of("exchange.out.handlers"));
        return Fields.builder()
                .put("id", Num.of(giving.fresh()))
                .put("module", Text.of("builtin:BasicRouter"))
                .put("version", Num.of(1))
                .put("mapper", Nothing.NULL)
                .put(
                        "metadata",
                        Fields.of(
                                "designer",
                                MakeCanvas.back(
                                        Sheet.Spot.of(piece.at().x(), piece.at().y() + (double) FAR))))
                .put("routes", new Items(routes))
                .build();
    }

    private static Optional<Fields> types(int no, Items errors) {
        return MakeFilter.named(
                new Items(errors.items().stream()
                        .<Value>map(type -> Items.of(Fields.of(
                                "a", Text.of("{{" + no + ".error.type}}"), "o", Text.of("text:equal"), "b", type)))
                        .toList()),
                Nothing.NULL);
    }
}
