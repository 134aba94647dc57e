package dev.tutti.scenario;

import dev.tutti.connector.MakeNode;
import dev.tutti.connector.MakeTranslation;
import dev.tutti.connector.Modules;
import dev.tutti.connector.Modules.FromMake;
import dev.tutti.expression.Parse;
import dev.tutti.value.Fields;
import dev.tutti.value.Message;
import dev.tutti.value.Num;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns one node of a file into one module: through the equivalent that a module declares, or kept inert. */
final class MakeModules {

    private static final Logger LOG = LoggerFactory.getLogger(MakeModules.class);

    private final Modules modules;
    private final MakeTexts texts;
    private final MakeNumbers numbers;
    private final MakeReport report;

    MakeModules(Modules modules, MakeTexts texts, MakeNumbers numbers, MakeReport report) {
        this.modules = modules;
        this.texts = texts;
        this.numbers = numbers;
        this.report = report;
    }

    /** @param at where the module stands */
    Node module(Fields node, Position at) {
        int no = numbers.of(node);
        String name = ref(node);
        Node module = translated(node, no, name, at).orElseGet(() -> inert(node, no, name, at));
        if (numbers.changed(node)) {
            report.differs(no, Message.of("scenario.import.renumbered", MakeNode.text(node.get("id")), no));
        }
        return module;
    }

    static String ref(Fields node) {
        String name = MakeNode.text(node.get("module"));
        return name.substring(0, Math.min(name.length(), 150));
    }

    private Optional<Node> translated(Fields node, int no, String name, Position at) {
        FromMake known = modules.make(name).orElse(null);
        if (known == null) {
            return Optional.empty();
        }
        MakeTranslation translation;
        try {
            translation = known.equivalent().translate(makeNode(node, no, name));
        } catch (RuntimeException bug) {
            LOG.error("The translation of {} into {} failed", name, known.ref(), bug);
            return Optional.empty();
        }
        report.module(
                no,
                name,
                translation.grade() == MakeTranslation.Grade.EXACT
                        ? ImportReport.Grade.EXACT
                        : ImportReport.Grade.APPROXIMATE);
        translation.notes().forEach(note -> report.note(no, note));
        translation.todo().forEach(todo -> report.todo(no, todo));
        Fields values = source(texts.in(translation.values()));
        Leaf.texts(values, (path, text) -> expression(no, path, text));
        return Optional.of(
                new Node(no, known.ref(), known.version(), MakeCanvas.name(node), at, values, Optional.empty(), false));
    }

    private static MakeNode makeNode(Fields node, int no, String name) {
        return new MakeNode(
                no,
                name,
                SpanMap.number(node.get("version")).orElse(1),
                MakeFile.member(node, "parameters"),
                MakeFile.member(node, "mapper"),
                MakeFile.member(node, "flags"),
                MakeFile.member(node, "metadata"));
    }

    private Fields source(Fields values) {
        OptionalInt source = SpanMap.number(values.get("source"));
        return source.isPresent() && numbers.moved().containsKey(source.getAsInt())
                ? values.with("source", Num.of(numbers.moved().get(source.getAsInt())))
                : values;
    }

    void expression(int no, String path, String text) {
        if (!Templates.mapped(text)) {
            return;
        }
        Parse parse = Templates.parse(text);
        parse.problems().stream()
                .limit(5)
                .forEach(problem -> report.differs(
                        no,
                        locale -> Message.of("scenario.import.expression", path, problem.message(locale))
                                .in(locale)));
    }

    Node inert(Fields node, int no, String name, Position at) {
        report.module(no, name, ImportReport.Grade.UNSUPPORTED);
        report.note(no, Message.of("scenario.import.unsupported", name));
        report.todo(no, Message.of("scenario.import.unsupported.todo", no, name));
        int colon = name.indexOf(':');
        boolean proper = colon > 0 && colon < name.length() - 1;
        return new Node(
                no,
                Catalogue.INERT + (proper ? name : "unknown:" + (name.isBlank() ? "module" : name.replace(":", ""))),
                1,
                MakeCanvas.name(node),
                at,
                Fields.of("make", node.without("routes").without("branches").without("onerror")),
                Optional.empty(),
                false);
    }
}
