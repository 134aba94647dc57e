package dev.tutti.scenario.make;

import dev.tutti.connector.MakeNode;
import dev.tutti.scenario.ImportReport.Grade;
import dev.tutti.scenario.exchange.Look;
import dev.tutti.scenario.exchange.Sheet;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Message;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws Make's If-else and the Merge behind it. */
final class MakeBranches {

    static final String IF_ELSE = "flow:ifElse";
    static final String MERGE = "flow:merge";

    /** Stands where a branch has no module of its own: switched off, so that bundles pass through it. */
    static final String NOTHING = "tools:compose";

    private final Taking taking;
    private final MakeGraph graph;

    MakeBranches(Taking taking, MakeGraph graph) {
        this.taking = taking;
        this.graph = graph;
    }

    /** What comes back are the ends of those branches that go on to the Merge. */
    List<MakeTail> ifElse(Fields node, List<MakeTail> tails) {
        int no = put(node, IF_ELSE, Fields.EMPTY, tails);
        List<Fields> branches = Look.each(node, "branches");
        List<MakeTail> open = new ArrayList<>();
        boolean straight = false;
        for (int i = 0; i < branches.size(); i++) {
            Fields branch = branches.get(i);
            boolean merges = MakeNode.yes(branch.get("merge"), false);
            MakeTail tail = tail(no, branch, i);
            Items flow = Look.items(branch, "flow");
            if (flow.items().stream().noneMatch(MakeGraph::real)) {
                if (merges && !straight) {
                    straight = true;
                    open.add(tail);
                } else if (merges || !tail.fallback()) {
                    MakeTail end = nothing(tail, node, i);
                    if (merges) {
                        open.add(end);
                    }
                }
            } else {
                List<MakeTail> ends = graph.chain(flow, List.of(tail));
                if (merges) {
                    int index = i;
                    ends.forEach(end -> open.add(end.inBranch(index)));
                }
            }
        }
        return open;
    }

    private int put(Fields node, String ref, Fields values, List<MakeTail> tails) {
        int no = taking.numbers().of(node);
        taking.report().module(no, MakeModules.ref(node), Grade.EXACT);
        if (taking.numbers().changed(node)) {
            taking.report().differs(no, Message.of("exchange.renumbered", Look.text(node, "id"), no));
        }
        taking.sheet()
                .pieces
                .add(new Sheet.Piece(
                        no,
                        ref,
                        1,
                        MakeCanvas.name(node),
                        MakeCanvas.spot(node, taking.sheet().pieces.size()),
                        values,
                        false,
                        Fields.EMPTY));
        taking.drawn().add(node);
        graph.link(tails, no, node);
        return no;
    }

    private MakeTail tail(int no, Fields branch, int index) {
        boolean otherwise = Look.text(branch, "type").equals("else");
        Optional<String> label = Look.name(branch.get("label"));
        Items conditions =
                MakeFilter.conditions(branch.get("conditions"), taking.texts(), note -> graph.operator(no, note));
        return new MakeTail(
                no,
                index + 1,
                label,
                otherwise ? Optional.empty() : MakeFilter.named(conditions, branch.get("label")),
                otherwise,
                Look.yes(branch, "disabled", false),
                false,
                index);
    }

    private MakeTail nothing(MakeTail tail, Fields node, int index) {
        int no = taking.numbers().fresh();
        Sheet.Spot at = MakeCanvas.spot(node, taking.sheet().pieces.size());
        taking.sheet()
                .pieces
                .add(new Sheet.Piece(
                        no,
                        NOTHING,
                        1,
                        Optional.of(Message.of("exchange.nothing").in(taking.locale())),
                        Sheet.Spot.of(at.x() + 328.0, at.y() + 120.0 * index),
                        Fields.EMPTY,
                        true,
                        Fields.EMPTY));
        graph.link(tail, no, Optional.empty());
        return MakeTail.after(no, index);
    }

    /** Where the branches meet, with one value for each of them. */
    List<MakeTail> merge(Fields node, List<MakeTail> tails) {
        int no = taking.numbers().of(node);
        List<MakeTail> filtered = tails.stream()
                .map(tail -> tail.filtered(filter(node, tail.branch(), no)))
                .toList();
        List<Value> outputs = Look.each(node, "outputs").stream()
                .<Value>map(output ->
                        Fields.of("name", Text.of(Look.text(output, "name")), "values", Look.items(output, "mappings")))
                .toList();
        Fields values = taking.texts().of(Fields.of("outputs", new Items(outputs)));
        put(node, MERGE, values, filtered);
        return List.of(MakeTail.after(no, -1));
    }

    private Optional<Fields> filter(Fields merge, int branch, int no) {
        return branch < 0
                ? Optional.empty()
                : MakeFilter.of(
                        Look.items(merge, "filters").get(branch), taking.texts(), note -> graph.operator(no, note));
    }
}
