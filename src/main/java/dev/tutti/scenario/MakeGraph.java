package dev.tutti.scenario;

import dev.tutti.connector.MakeNode;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Message;
import dev.tutti.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Walks the nested flows of a file and draws its modules and links. */
final class MakeGraph {

    final List<Node> modules = new ArrayList<>();
    final List<Link> links = new ArrayList<>();
    private final Fields.Builder handlers = Fields.builder();
    private final MakeModules translator;
    private final MakeNumbers numbers;
    private final MakeTexts texts;
    private final MakeReport report;
    private final MakeBranches branches;

    MakeGraph(MakeModules translator, MakeNumbers numbers, MakeTexts texts, MakeReport report) {
        this.translator = translator;
        this.numbers = numbers;
        this.texts = texts;
        this.report = report;
        this.branches = new MakeBranches(this, numbers, texts, report);
    }

    /** Draws a flow that nothing leads to. */
    void draw(Items flow) {
        chain(flow, List.of());
    }

    Fields handlers() {
        return handlers.build();
    }

    /** Draws a flow behind these ends; what comes back are its own open ends. */
    List<MakeTail> chain(Items flow, List<MakeTail> from) {
        List<MakeTail> tails = from;
        for (Value item : flow.items()) {
            if (item instanceof Fields node
                    && node.has("module")
                    && !MakeModules.ref(node).startsWith("placeholder:")) {
                tails = node(node, tails);
            }
        }
        return tails;
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
        Node module = translator.module(node, MakeCanvas.position(node, modules.size()));
        modules.add(module);
        link(tails, module.no(), node);
        onError(node, module.no());
        return module.no();
    }

    void link(List<MakeTail> tails, int to, Fields node) {
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

    void link(MakeTail tail, int to, Optional<String> name) {
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
    private List<MakeTail> routes(Fields router, int no, Items routes) {
        OptionalInt otherwise =
                SpanMap.number(MakeFile.member(router, "parameters").get("else"));
        for (int i = 0; i < routes.size(); i++) {
            if (routes.get(i) instanceof Fields route && route.get("flow") instanceof Items flow) {
                boolean fallback = otherwise.equals(OptionalInt.of(i));
                boolean disabled = MakeNode.yes(route.get("disabled"), false);
                int before = links.size();
                chain(
                        flow,
                        List.of(new MakeTail(no, i + 1, Optional.empty(), Optional.empty(), fallback, disabled, -1)));
                if (links.size() == before) {
                    report.note(no, Message.of("scenario.import.empty-route", i + 1));
                }
            }
        }
        return List.of();
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
