package dev.tutti.scenario.make;

import dev.tutti.connector.MakeNode;
import dev.tutti.scenario.ImportReport.Grade;
import dev.tutti.scenario.exchange.Look;
import dev.tutti.scenario.exchange.Sheet;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Message;
import dev.tutti.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Walks the nested flows of a file and draws its modules and links. */
final class MakeGraph {

    private final Taking taking;
    private final MakeModules translator;
    private final MakeBranches branches;

    MakeGraph(Taking taking) {
        this.taking = taking;
        this.translator = new MakeModules(taking);
        this.branches = new MakeBranches(taking, this);
    }

    /** Draws a flow that nothing leads to. */
    void draw(Items flow) {
        chain(flow, List.of());
    }

    /** Draws a flow behind these ends; what comes back are its own open ends. */
    List<MakeTail> chain(Items flow, List<MakeTail> from) {
        List<MakeTail> tails = from;
        for (Value item : flow.items()) {
            if (real(item)) {
                tails = node((Fields) item, tails);
            }
        }
        return tails;
    }

    /** Whether it is a module, and not a place where one was to be chosen. */
    static boolean real(Value item) {
        return item instanceof Fields node
                && node.has("module")
                && !MakeModules.ref(node).startsWith("placeholder:");
    }

    private List<MakeTail> node(Fields node, List<MakeTail> tails) {
        return switch (MakeModules.ref(node)) {
            case "builtin:BasicIfElse" -> branches.ifElse(node, tails);
            case "builtin:BasicMerge" -> branches.merge(node, tails);
            default -> {
                int no = add(node, tails);
                yield node.get("routes") instanceof Items routes
                        ? routes(node, no, routes)
                        : List.of(MakeTail.after(no, -1));
            }
        };
    }

    private int add(Fields node, List<MakeTail> tails) {
        Sheet.Piece piece = translator.module(
                node, MakeCanvas.spot(node, taking.sheet().pieces.size()));
        taking.sheet().pieces.add(piece);
        link(tails, piece.no(), node);
        failing(node, piece.no());
        return piece.no();
    }

    void link(List<MakeTail> tails, int to, Fields node) {
        Optional<Fields> filter = MakeFilter.of(node.get("filter"), taking.texts(), note -> operator(to, note));
        filter.ifPresent(found -> translator.expressions(to, "filter", found));
        if (tails.isEmpty() && filter.isPresent()) {
            taking.report().differs(to, Message.of("exchange.filter-on-first"));
        }
        Optional<String> name = Look.name(Look.fields(node, "filter").get("name"));
        tails.forEach(tail -> link(tail.filtered(filter), to, name));
    }

    void operator(int no, Message note) {
        if (note.key().equals("exchange.unknown-operator")) {
            taking.report().differs(no, note);
        } else {
            taking.report().note(no, note);
        }
    }

    void link(MakeTail tail, int to, Optional<String> name) {
        if (!taking.sheet().link(tail.to(to, name))) {
            taking.report().differs(to, Message.of("exchange.same-link"));
        }
    }

    /** The fallback is the route whose place, from 0, is in {@code parameters.else}. */
    private List<MakeTail> routes(Fields router, int no, Items routes) {
        OptionalInt otherwise = Look.whole(Look.fields(router, "parameters").get("else"));
        for (int i = 0; i < routes.size(); i++) {
            if (routes.get(i) instanceof Fields route && route.get("flow") instanceof Items flow) {
                boolean fallback = otherwise.equals(OptionalInt.of(i));
                int before = taking.sheet().ways.size();
                chain(flow, List.of(route(no, i, fallback, MakeNode.yes(route.get("disabled"), false))));
                if (taking.sheet().ways.size() == before) {
                    taking.report().note(no, Message.of("exchange.empty-route", i + 1));
                }
            }
        }
        return List.of();
    }

    private static MakeTail route(int router, int index, boolean fallback, boolean disabled) {
        return new MakeTail(router, index + 1, Optional.empty(), Optional.empty(), fallback, disabled, false, -1);
    }

    /** The error handler of a module is a route of its own: "If this fails…". */
    private void failing(Fields node, int no) {
        if (!(node.get("onerror") instanceof Items chain)
                || chain.items().stream().noneMatch(MakeGraph::real)) {
            return;
        }
        String ref = MakeModules.ref(node);
        if (node.get("routes") instanceof Items || MakeDirectives.is(ref)) {
            taking.report().differs(no, Message.of("exchange.handler-on", ref));
            taking.report().grade(no, Grade.APPROXIMATE);
            return;
        }
        chain(chain, List.of(MakeTail.failing(no)));
    }
}
