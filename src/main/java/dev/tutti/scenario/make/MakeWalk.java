package dev.tutti.scenario.make;

import dev.tutti.scenario.exchange.Filters;
import dev.tutti.scenario.exchange.Sheet;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Message;
import dev.tutti.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Follows the links and writes the nested flows that Make has in their place. Where routes come together, which Make
 * cannot do, what follows is repeated on each of them.
 */
final class MakeWalk {

    /** More nodes than this are no scenario any more, but one that repeats itself. */
    static final int MOST_NODES = 5_000;

    /** How deep flows may lie in each other, as deep as JSON may be. */
    private static final int DEEPEST = 40;

    static final class TooMany extends RuntimeException {
        TooMany() {
            super("", null, false, false);
        }
    }

    /**
     * A flow that was written.
     *
     * @param merge the link that leads on to the Merge at its end
     */
    record Flow(List<Value> nodes, Optional<Sheet.Way> merge) {
        Items items() {
            return new Items(nodes);
        }
    }

    /**
     * Where the walk is.
     *
     * @param numbers of modules written a second time
     * @param before the modules on the way here
     * @param branch whether a Merge ends the flow
     */
    record Here(Map<Integer, Integer> numbers, Set<Integer> before, boolean branch, int depth) {
        static final Here START = new Here(Map.of(), Set.of(), false, 0);

        Here in(boolean inBranch) {
            if (depth >= DEEPEST) {
                throw new TooMany();
            }
            return new Here(numbers, before, inBranch, depth + 1);
        }

        Here through(int no, Map<Integer, Integer> changed) {
            Set<Integer> more = new HashSet<>(before);
            more.add(no);
            return new Here(changed, more, branch, depth);
        }
    }

    private final Giving giving;
    private final MakeNodes nodes;
    private final MakeForks forks;
    private int count;

    MakeWalk(Giving giving) {
        this.giving = giving;
        this.nodes = new MakeNodes(giving);
        this.forks = new MakeForks(giving, this);
    }

    Flow from(int no) {
        return walk(Sheet.Way.plain(0, no), Here.START);
    }

    Flow walk(Sheet.Way first, Here start) {
        List<Value> flow = new ArrayList<>();
        Sheet.Way way = first;
        Here here = start;
        while (way != null) {
            Sheet.Piece piece = giving.find(way.to()).orElse(null);
            if (piece == null || here.before().contains(piece.no())) {
                return new Flow(flow, Optional.empty());
            }
            if (here.branch() && piece.ref().equals(MakeBranches.MERGE)) {
                return new Flow(flow, Optional.of(way));
            }
            here = here.through(piece.no(), numbers(piece, here));
            if (piece.disabled()) {
                way = passing(piece, way);
                continue;
            }
            Fields node = failing(piece, filtered(piece, nodes.node(piece, here.numbers()), way, here), here);
            switch (piece.ref()) {
                case MakeBranches.IF_ELSE -> {
                    MakeForks.Joined joined = forks.ifElse(piece, node, here);
                    flow.add(joined.node());
                    way = joined.merge().orElse(null);
                    if (way != null) {
                        Sheet.Piece merge = giving.piece(way.to());
                        here = here.through(merge.no(), numbers(merge, here));
                        flow.add(forks.merge(merge, nodes.node(merge, here.numbers()), joined.ways(), here));
                        way = next(merge);
                    }
                }
                default -> {
                    boolean parts = piece.ref().equals("flow:router")
                            || giving.ways(piece.no(), false).size() > 1;
                    flow.add(parts ? forks.router(piece, node, here) : node);
                    way = parts ? null : next(piece);
                }
            }
        }
        return new Flow(flow, Optional.empty());
    }

    private Sheet.@Nullable Way next(Sheet.Piece piece) {
        return giving.ways(piece.no(), false).stream().findFirst().orElse(null);
    }

    private Map<Integer, Integer> numbers(Sheet.Piece piece, Here here) {
        if (++count > MOST_NODES) {
            throw new TooMany();
        }
        if (giving.written.add(piece.no())) {
            return here.numbers();
        }
        Map<Integer, Integer> numbers = new HashMap<>(here.numbers());
        numbers.put(piece.no(), giving.fresh());
        giving.report.differs(piece.no(), Message.of("exchange.out.join"));
        return numbers;
    }

    /** Make cannot switch a module off: it is left out, and bundles go on to what follows. */
    private Sheet.@Nullable Way passing(Sheet.Piece piece, Sheet.Way way) {
        boolean drawnByUs =
                piece.ref().equals(MakeBranches.NOTHING) && piece.values().isEmpty();
        if (!drawnByUs) {
            giving.report.module(piece.no(), piece.ref(), dev.tutti.scenario.ImportReport.Grade.UNSUPPORTED);
            giving.report.note(piece.no(), Message.of("exchange.out.disabled"));
        }
        Sheet.Way next = next(piece);
        return next == null
                ? null
                : new Sheet.Way(
                        way.from(),
                        next.to(),
                        way.order(),
                        way.name(),
                        Filters.both(way.filter(), next.filter()),
                        way.fallback(),
                        way.disabled(),
                        way.error(),
                        way.errors());
    }

    /** The filter of the link is the filter of the module behind it. */
    private Fields filtered(Sheet.Piece piece, Fields node, Sheet.Way way, Here here) {
        Fields original = giving.original(piece).orElse(Fields.EMPTY);
        return MakeFilter.back(node, original, way, forks.conditions(way), MakeTexts.out(here.numbers()));
    }

    private Fields failing(Sheet.Piece piece, Fields node, Here here) {
        List<Sheet.Way> handlers = giving.ways(piece.no(), true);
        if (handlers.isEmpty()) {
            return node;
        }
        Here inside = here.in(false);
        return node.with(
                "onerror",
                handlers.size() == 1 && handlers.getFirst().errors().size() == 0
                        ? walk(handlers.getFirst(), inside).items()
                        : Items.of(forks.handlers(piece, handlers, inside)));
    }
}
