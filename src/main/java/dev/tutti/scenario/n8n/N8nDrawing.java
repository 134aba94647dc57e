package dev.tutti.scenario.n8n;

import dev.tutti.scenario.ImportReport.Grade;
import dev.tutti.scenario.Settings;
import dev.tutti.scenario.exchange.Findings;
import dev.tutti.scenario.exchange.Look;
import dev.tutti.scenario.exchange.Sheet;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Message;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Draws a workflow of n8n as a blueprint of ours. */
final class N8nDrawing {

    private static final String INERT = "inert:n8n:";
    private static final String BASE = "n8n-nodes-base.";

    private final N8nGraph graph;
    private final Findings report;
    private final Function<String, Optional<Integer>> versions;
    private final Locale locale;
    private final N8nShape shape;
    private final N8nSources sources;
    private final N8nNodes nodes;
    private final Sheet sheet = new Sheet();

    /** @param versions of our modules by reference; empty for one that is not there */
    N8nDrawing(N8nGraph graph, Findings report, Function<String, Optional<Integer>> versions, Locale locale) {
        this.graph = graph;
        this.report = report;
        this.versions = versions;
        this.locale = locale;
        this.shape = new N8nShape(graph, report);
        this.sources = new N8nSources(graph, shape.meetings);
        this.nodes = new N8nNodes(graph, sources, report);
    }

    Sheet draw(Fields workflow) {
        graph.nodes.values().forEach(node -> report.module(node.no(), kind(node), Grade.EXACT));
        shape.arrange();
        List<Sheet.Piece> pieces = new ArrayList<>();
        for (N8nNode node : List.copyOf(graph.nodes.values())) {
            if (!node.is("filter")) {
                pieces.add(piece(node));
            }
        }
        filters();
        N8nLinks links = new N8nLinks(graph, nodes, report, sheet, locale);
        pieces.forEach(piece -> sheet.pieces.add(second(piece)));
        links.draw();
        links.failures();
        notes(workflow);
        settings(workflow);
        return sheet;
    }

    private static String kind(N8nNode node) {
        String type = Look.text(node.raw(), "type");
        return type.isEmpty() ? BASE + node.type() : Look.cut(type, 150);
    }

    private Sheet.Piece piece(N8nNode node) {
        if (node.raw().isEmpty()) {
            report.module(node.no(), kind(node), Grade.EXACT);
        }
        N8nNodes.Made made = nodes.made(node)
                .filter(known -> versions.apply(known.ref()).isPresent())
                .orElse(null);
        Look.fields(node.raw(), "credentials").fields().forEach((type, credential) -> {
            String label = credential instanceof Fields named ? Look.text(named, "name") : "";
            report.need("connection", label.isEmpty() ? type : label, node.no(), false);
            if (made != null && !made.ref().equals("email:send")) {
                report.todo(
                        node.no(), Message.of("exchange.n8n.credential", node.no(), label.isEmpty() ? type : label));
            }
        });
        if (made == null) {
            return inert(node);
        }
        made.differs().ifPresent(note -> report.differs(node.no(), note));
        boolean nothing = made.ref().equals(N8nNodes.NOTHING) && made.values().isEmpty();
        return new Sheet.Piece(
                node.no(),
                made.ref(),
                versions.apply(made.ref()).orElse(1),
                Look.name(Text.of(node.name())),
                node.at(),
                made.values(),
                nothing || node.disabled(),
                retry(node));
    }

    private Sheet.Piece inert(N8nNode node) {
        report.module(node.no(), kind(node), Grade.UNSUPPORTED);
        report.note(node.no(), Message.of("exchange.unsupported", kind(node)));
        boolean code = node.is("code", "function", "functionItem");
        Message instead = Message.of(code ? "exchange.n8n.code" : "exchange.instead.http", node.type());
        report.note(node.no(), instead);
        report.todo(
                node.no(),
                reader -> Message.of("exchange.unsupported.todo", node.no(), kind(node))
                                .in(reader) + " " + instead.in(reader));
        return new Sheet.Piece(
                node.no(),
                INERT + (node.type().matches("[A-Za-z0-9_.-]+") ? node.type() : "node"),
                1,
                Look.name(Text.of(node.name())),
                node.at(),
                Fields.of("n8n", node.raw()),
                false,
                retry(node));
    }

    private static Fields retry(N8nNode node) {
        if (!Look.yes(node.raw(), "retryOnFail", false)) {
            return Fields.EMPTY;
        }
        int tries = Look.whole(node.raw().get("maxTries")).orElse(3);
        int wait = Look.whole(node.raw().get("waitBetweenTries")).orElse(1_000);
        return Fields.of(
                "retry",
                Fields.of(
                        "attempts", Num.of(Math.clamp(tries - 1, 1, 100)),
                        "seconds", Num.of(Math.clamp(wait / 1_000, 1, 86_400)),
                        "backoff", Bool.FALSE));
    }

    /** A filter is no module here but stands on the link. */
    private void filters() {
        for (N8nNode node : List.copyOf(graph.nodes.values())) {
            if (node.is("filter")) {
                Optional<Fields> filter = node.disabled() ? Optional.empty() : N8nLinks.conditions(node, nodes, report);
                report.note(node.no(), Message.of("exchange.n8n.filter"));
                graph.drop(node.name(), filter);
            }
        }
    }

    /** What is known only when all else was read: what behind a Merge is asked for, and which headers are. */
    private Sheet.Piece second(Sheet.Piece piece) {
        String name = piece.name().orElse("");
        if (piece.ref().equals("flow:merge")) {
            N8nNode node = graph.nodes.values().stream()
                    .filter(each -> each.no() == piece.no())
                    .findFirst()
                    .orElseThrow();
            List<Value> outputs = new ArrayList<>();
            sources.merged
                    .getOrDefault(node.name(), Map.of())
                    .forEach((output, values) ->
                            outputs.add(Fields.of("name", Text.of(output), "values", N8nSources.texts(values))));
            return piece.with(Fields.of("outputs", new Items(outputs)));
        }
        return piece.ref().equals("webhook:receive") && sources.headers.contains(name)
                ? piece.with(piece.values().with("headers", Bool.TRUE))
                : piece;
    }

    private void notes(Fields workflow) {
        for (Fields raw : Look.each(workflow, "nodes")) {
            if (Look.text(raw, "type").endsWith(".stickyNote") && sheet.notes.size() < 500) {
                N8nNode note = N8nNode.of(0, raw);
                sheet.notes.add(Fields.builder()
                        .put("id", Text.of("n" + (sheet.notes.size() + 1)))
                        .put(
                                "at",
                                Items.of(Num.of(note.at().x()), Num.of(note.at().y())))
                        .put("size", Items.of(Num.of(side(note, "width", 240)), Num.of(side(note, "height", 160))))
                        .put("text", Text.of(Look.cut(Look.text(note.parameters(), "content"), 20_000)))
                        .put("tint", Text.of("amber"))
                        .build());
            }
        }
    }

    private static int side(N8nNode note, String name, int otherwise) {
        return Math.clamp(Look.whole(note.parameters().get(name)).orElse(otherwise), 40, 10_000);
    }

    private void settings(Fields workflow) {
        String zone = Look.text(Look.fields(workflow, "settings"), "timezone");
        sheet.settings = Fields.of(
                "timeZone",
                        Text.of(known(zone) ? zone : Settings.DEFAULT.timeZone().getId()),
                "locale", Text.of(locale.getLanguage().equals("fr") ? "fr" : "en"));
    }

    private static boolean known(String zone) {
        try {
            return !zone.isEmpty() && zone.length() <= 64 && ZoneId.of(zone) != null;
        } catch (DateTimeException unknown) {
            return false;
        }
    }
}
