package dev.tutti.scenario;

import dev.tutti.connector.MakeNode;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Message;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws Make's If-else and the Merge behind it with what we have: routers, and variables where they meet. */
final class MakeBranches {

    private static final String ROUTER = "flow:router";

    private final MakeGraph graph;
    private final MakeNumbers numbers;
    private final MakeTexts texts;
    private final MakeReport report;

    MakeBranches(MakeGraph graph, MakeNumbers numbers, MakeTexts texts, MakeReport report) {
        this.graph = graph;
        this.numbers = numbers;
        this.texts = texts;
        this.report = report;
    }

    /**
     * Only the first branch whose condition holds is taken: a router with that branch and "Otherwise", behind which the
     * next such router stands.
     */
    List<MakeTail> ifElse(Fields node, List<MakeTail> tails) {
        int no = numbers.of(node);
        report.module(no, MakeModules.ref(node), ImportReport.Grade.EXACT);
        Position at = MakeCanvas.position(node, graph.modules.size());
        graph.modules.add(router(no, at, MakeCanvas.name(node)));
        graph.link(tails, no, node);
        List<Fields> branches = new ArrayList<>();
        if (node.get("branches") instanceof Items items) {
            items.items().stream().filter(Fields.class::isInstance).forEach(item -> branches.add((Fields) item));
        }
        List<MakeTail> open = new ArrayList<>();
        int router = no;
        for (int i = 0; i < branches.size(); i++) {
            Fields branch = branches.get(i);
            boolean otherwise = MakeNode.text(branch.get("type")).equals("else");
            boolean more = i + 1 < branches.size();
            boolean elseNext =
                    more && MakeNode.text(branches.get(i + 1).get("type")).equals("else");
            MakeTail tail = otherwise ? elseTail(router, branch, i) : conditionTail(router, branch, i, no);
            if (branch.get("flow") instanceof Items flow) {
                List<MakeTail> ends = graph.chain(flow, List.of(tail));
                if (MakeNode.yes(branch.get("merge"), false)) {
                    int index = i;
                    ends.forEach(end -> open.add(end.inBranch(index)));
                }
            }
            if (!otherwise && more && !elseNext) {
                int inner = numbers.fresh();
                graph.modules.add(router(inner, new Position(at.x(), at.y() + 120 * (i + 1)), Optional.empty()));
                graph.links.add(new Link(router, inner, 2, Optional.empty(), Optional.empty(), true, false));
                router = inner;
            }
        }
        return open;
    }

    private MakeTail conditionTail(int router, Fields branch, int index, int no) {
        return new MakeTail(
                router,
                1,
                MakeFilter.name(branch.get("label")),
                MakeFilter.conditions(branch.get("conditions"), texts, note -> report.note(no, note))
                        .map(conditions -> new LinkFilter(MakeFilter.name(branch.get("label")), conditions)),
                false,
                MakeNode.yes(branch.get("disabled"), false),
                index);
    }

    private static MakeTail elseTail(int router, Fields branch, int index) {
        return new MakeTail(
                router,
                2,
                MakeFilter.name(branch.get("label")),
                Optional.empty(),
                true,
                MakeNode.yes(branch.get("disabled"), false),
                index);
    }

    private static Node router(int no, Position at, Optional<String> name) {
        return new Node(no, ROUTER, 1, name, at, Fields.EMPTY, Optional.empty(), false);
    }

    /** What a branch gives to the merge is kept in variables at its end, and read where the branches meet. */
    List<MakeTail> merge(Fields node, List<MakeTail> tails) {
        int no = numbers.of(node);
        report.module(no, MakeModules.ref(node), ImportReport.Grade.EXACT);
        List<Fields> outputs = new ArrayList<>();
        if (node.get("outputs") instanceof Items items) {
            items.items().stream().filter(Fields.class::isInstance).forEach(item -> outputs.add((Fields) item));
        }
        List<MakeTail> filtered = tails.stream()
                .map(tail -> tail.filtered(filter(node, tail.branch(), no)))
                .toList();
        if (outputs.isEmpty() || tails.isEmpty()) {
            return filtered;
        }
        Position at = MakeCanvas.position(node, graph.modules.size());
        for (MakeTail tail : filtered) {
            int setter = numbers.fresh();
            graph.modules.add(new Node(
                    setter,
                    "tools:setVariables",
                    1,
                    Optional.empty(),
                    new Position(at.x() - 328, at.y() + 120 * Math.max(0, tail.branch())),
                    texts.in(Fields.of("variables", given(outputs, tail.branch()))),
                    Optional.empty(),
                    false));
            graph.link(tail, setter, Optional.empty());
            graph.links.add(Link.between(setter, no));
        }
        graph.modules.add(new Node(
                no,
                "tools:getVariables",
                1,
                MakeCanvas.name(node),
                at,
                Fields.of(
                        "variables",
                        new Items(outputs.stream()
                                .map(output -> output.get("name"))
                                .toList())),
                Optional.empty(),
                false));
        report.note(no, Message.of("scenario.import.merge"));
        return List.of(MakeTail.after(no, -1));
    }

    private Optional<LinkFilter> filter(Fields merge, int branch, int no) {
        return merge.get("filters") instanceof Items filters && branch >= 0
                ? MakeFilter.of(filters.get(branch), texts, note -> report.note(no, note))
                : Optional.empty();
    }

    private static Items given(List<Fields> outputs, int branch) {
        return new Items(outputs.stream()
                .<Value>map(output -> Fields.of(
                        "name",
                        output.get("name"),
                        "value",
                        output.get("mappings") instanceof Items mappings ? mappings.get(branch) : Text.EMPTY))
                .toList());
    }
}
