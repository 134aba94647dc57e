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
import java.util.OptionalInt;

/** Walks the nested flows of a file and draws its modules and links. */
final class MakeGraph {

    private static final String ROUTER = "flow:router";

    final List<Node> modules = new ArrayList<>();
    final List<Link> links = new ArrayList<>();
    private final Fields.Builder handlers = Fields.builder();
    private final MakeModules translator;
    private final MakeNumbers numbers;
    private final MakeTexts texts;
    private final MakeReport report;

    MakeGraph(MakeModules translator, MakeNumbers numbers, MakeTexts texts, MakeReport report) {
        this.translator = translator;
        this.numbers = numbers;
        this.texts = texts;
        this.report = report;
    }

    /** An end of the flow so far, to which the next module is linked. {@code branch} is that of an If-else. */
    private record Tail(
            int from,
            int order,
            Optional<String> name,
            Optional<LinkFilter> filter,
            boolean fallback,
            boolean disabled,
            int branch) {

        static Tail after(int no, int branch) {
            return new Tail(no, 1, Optional.empty(), Optional.empty(), false, false, branch);
        }

        Tail inBranch(int index) {
            return new Tail(from, order, name, filter, fallback, disabled, index);
        }

        Tail filtered(Optional<LinkFilter> more) {
            return new Tail(from, order, name, MakeFilter.both(filter, more), fallback, disabled, branch);
        }
    }

    /** Draws a flow that nothing leads to. */
    void draw(Items flow) {
        chain(flow, List.of());
    }

    Fields handlers() {
        return handlers.build();
    }

    private List<Tail> chain(Items flow, List<Tail> from) {
        List<Tail> tails = from;
        for (Value item : flow.items()) {
            if (item instanceof Fields node
                    && node.has("module")
                    && !MakeModules.ref(node).startsWith("placeholder:")) {
                tails = node(node, tails);
            }
        }
        return tails;
    }

    private List<Tail> node(Fields node, List<Tail> tails) {
        return switch (MakeModules.ref(node)) {
            case "builtin:BasicIfElse" -> ifElse(node, tails);
            case "builtin:BasicMerge" -> merge(node, tails);
            default -> {
                int no = add(node, tails);
                yield node.get("routes") instanceof Items routes
                        ? routes(node, no, routes)
                        : List.of(Tail.after(no, -1));
            }
        };
    }

    private int add(Fields node, List<Tail> tails) {
        Node module = translator.module(node, MakeCanvas.position(node, modules.size()));
        modules.add(module);
        link(tails, module.no(), node);
        onError(node, module.no());
        return module.no();
    }

    private void link(List<Tail> tails, int to, Fields node) {
        Optional<LinkFilter> filter = MakeFilter.of(node.get("filter"), texts, note -> report.note(to, note));
        filter.ifPresent(found -> found.conditions()
                .forEach(group -> group.forEach(row -> {
                    translator.expression(to, "filter", row.a());
                    row.b().ifPresent(b -> translator.expression(to, "filter", b));
                })));
        if (tails.isEmpty() && filter.isPresent()) {
            report.differs(to, Message.of("scenario.import.filter-on-first"));
        }
        Optional<String> name = MakeFilter.name(MakeFile.member(node, "filter").get("name"));
        tails.forEach(tail -> link(tail.filtered(filter), to, name));
    }

    private void link(Tail tail, int to, Optional<String> name) {
        if (links.stream().anyMatch(link -> link.joins(tail.from(), to))) {
            report.differs(to, Message.of("scenario.import.same-link"));
            return;
        }
        links.add(new Link(
                tail.from(),
                to,
                tail.order(),
                tail.name().or(() -> name),
                tail.filter(),
                tail.fallback(),
                tail.disabled()));
    }

    /** The fallback is the route whose place, from 0, is in {@code parameters.else}. */
    private List<Tail> routes(Fields router, int no, Items routes) {
        OptionalInt otherwise =
                SpanMap.number(MakeFile.member(router, "parameters").get("else"));
        for (int i = 0; i < routes.size(); i++) {
            if (routes.get(i) instanceof Fields route && route.get("flow") instanceof Items flow) {
                boolean fallback = otherwise.equals(OptionalInt.of(i));
                boolean disabled = MakeNode.yes(route.get("disabled"), false);
                int before = links.size();
                chain(flow, List.of(new Tail(no, i + 1, Optional.empty(), Optional.empty(), fallback, disabled, -1)));
                if (links.size() == before) {
                    report.note(no, Message.of("scenario.import.empty-route", i + 1));
                }
            }
        }
        return List.of();
    }

    /**
     * Only the first branch whose condition holds is taken: a router with that branch and "Otherwise", behind which the
     * next such router stands.
     */
    private List<Tail> ifElse(Fields node, List<Tail> tails) {
        int no = numbers.of(node);
        report.module(no, MakeModules.ref(node), ImportReport.Grade.EXACT);
        Position at = MakeCanvas.position(node, modules.size());
        modules.add(router(no, at, MakeCanvas.name(node)));
        link(tails, no, node);
        List<Fields> branches = new ArrayList<>();
        if (node.get("branches") instanceof Items items) {
            items.items().stream().filter(Fields.class::isInstance).forEach(item -> branches.add((Fields) item));
        }
        List<Tail> open = new ArrayList<>();
        int router = no;
        for (int i = 0; i < branches.size(); i++) {
            Fields branch = branches.get(i);
            boolean otherwise = MakeNode.text(branch.get("type")).equals("else");
            boolean more = i + 1 < branches.size();
            boolean elseNext =
                    more && MakeNode.text(branches.get(i + 1).get("type")).equals("else");
            Tail tail = otherwise ? elseTail(router, branch, i) : conditionTail(router, branch, i, no);
            if (branch.get("flow") instanceof Items flow) {
                List<Tail> ends = chain(flow, List.of(tail));
                if (MakeNode.yes(branch.get("merge"), false)) {
                    int index = i;
                    ends.forEach(end -> open.add(end.inBranch(index)));
                }
            }
            if (!otherwise && more && !elseNext) {
                int inner = numbers.fresh();
                modules.add(router(inner, new Position(at.x(), at.y() + 120 * (i + 1)), Optional.empty()));
                links.add(new Link(router, inner, 2, Optional.empty(), Optional.empty(), true, false));
                router = inner;
            }
        }
        return open;
    }

    private Tail conditionTail(int router, Fields branch, int index, int no) {
        return new Tail(
                router,
                1,
                MakeFilter.name(branch.get("label")),
                MakeFilter.conditions(branch.get("conditions"), texts, note -> report.note(no, note))
                        .map(conditions -> new LinkFilter(MakeFilter.name(branch.get("label")), conditions)),
                false,
                MakeNode.yes(branch.get("disabled"), false),
                index);
    }

    private static Tail elseTail(int router, Fields branch, int index) {
        return new Tail(
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
    private List<Tail> merge(Fields node, List<Tail> tails) {
        int no = numbers.of(node);
        report.module(no, MakeModules.ref(node), ImportReport.Grade.EXACT);
        List<Fields> outputs = new ArrayList<>();
        if (node.get("outputs") instanceof Items items) {
            items.items().stream().filter(Fields.class::isInstance).forEach(item -> outputs.add((Fields) item));
        }
        List<Tail> filtered = tails.stream()
                .map(tail -> tail.filtered(filter(node, tail.branch(), no)))
                .toList();
        if (outputs.isEmpty() || tails.isEmpty()) {
            return filtered;
        }
        Position at = MakeCanvas.position(node, modules.size());
        for (Tail tail : filtered) {
            int setter = numbers.fresh();
            modules.add(new Node(
                    setter,
                    "tools:setVariables",
                    1,
                    Optional.empty(),
                    new Position(at.x() - 328, at.y() + 120 * Math.max(0, tail.branch())),
                    texts.in(Fields.of("variables", given(outputs, tail.branch()))),
                    Optional.empty(),
                    false));
            link(tail, setter, Optional.empty());
            links.add(Link.between(setter, no));
        }
        modules.add(new Node(
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
        return List.of(Tail.after(no, -1));
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

    /** Error handlers do nothing yet: they are kept with the settings, and said to be. */
    private void onError(Fields node, int no) {
        if (!(node.get("onerror") instanceof Items chain) || chain.size() == 0) {
            return;
        }
        handlers.put(Integer.toString(no), chain);
        report.differs(no, Message.of("scenario.import.handler"));
        report.todo(no, Message.of("scenario.import.handler.todo", no));
        for (Value item : chain.items()) {
            if (item instanceof Fields handler && handler.has("module")) {
                int inner = numbers.of(handler);
                report.module(inner, MakeModules.ref(handler), ImportReport.Grade.UNSUPPORTED);
                report.note(inner, Message.of("scenario.import.in-handler", no));
            }
        }
    }
}
