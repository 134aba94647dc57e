package dev.tutti.scenario.make;

import dev.tutti.connector.MakeEquivalent;
import dev.tutti.connector.MakeNode;
import dev.tutti.connector.MakeTranslation;
import dev.tutti.connector.Modules.FromMake;
import dev.tutti.expression.Expressions;
import dev.tutti.expression.Parse;
import dev.tutti.expression.Problem;
import dev.tutti.expression.Reference;
import dev.tutti.expression.Template;
import dev.tutti.scenario.ImportReport.Grade;
import dev.tutti.scenario.exchange.Look;
import dev.tutti.scenario.exchange.Sheet;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Message;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns one node of a file into one module: through the equivalent that a module declares, or kept inert. */
final class MakeModules {

    static final String INERT = "inert:";

    private static final Logger LOG = LoggerFactory.getLogger(MakeModules.class);
    private static final int MOST_PROBLEMS = 5;

    private final Taking taking;

    MakeModules(Taking taking) {
        this.taking = taking;
    }

    Sheet.Piece module(Fields node, Sheet.Spot at) {
        int no = taking.numbers().of(node);
        String name = ref(node);
        Sheet.Piece piece = Ours.read(node, no, at, taking)
                .or(() -> translated(node, no, name, at))
                .orElseGet(() -> inert(node, no, name, at));
        MakeNeeds.find(node, no, piece.ref(), taking.report());
        if (!piece.ref().startsWith(INERT)) {
            taking.drawn().add(node);
        }
        if (taking.numbers().changed(node)) {
            taking.report().differs(no, Message.of("exchange.renumbered", Look.text(node, "id"), no));
        }
        return piece;
    }

    static String ref(Fields node) {
        return Look.cut(Look.text(node, "module"), 150);
    }

    private Optional<Sheet.Piece> translated(Fields node, int no, String name, Sheet.Spot at) {
        FromMake known = taking.modules().make(name).orElse(null);
        if (known == null) {
            return Optional.empty();
        }
        MakeTranslation translation =
                translate(known.equivalent(), makeNode(node, no, name)).orElse(null);
        if (translation == null) {
            return Optional.empty();
        }
        taking.report()
                .module(no, name, translation.grade() == MakeTranslation.Grade.EXACT ? Grade.EXACT : Grade.APPROXIMATE);
        translation.notes().forEach(note -> taking.report().note(no, note));
        translation.todo().forEach(todo -> taking.report().todo(no, todo));
        Fields values = source(taking.texts().of(translation.values()));
        expressions(no, "", values);
        return Optional.of(new Sheet.Piece(
                no, known.ref(), known.version(), MakeCanvas.name(node), at, values, false, Ours.rest(node)));
    }

    /** Empty where a translation has a bug: what it cannot do is kept, not lost. */
    static Optional<MakeTranslation> translate(MakeEquivalent equivalent, MakeNode node) {
        try {
            return Optional.of(equivalent.translate(node));
        } catch (RuntimeException bug) {
            LOG.error("The translation of {} failed", node.module(), bug);
            return Optional.empty();
        }
    }

    static MakeNode makeNode(Fields node, int no, String name) {
        return new MakeNode(
                no,
                name,
                Look.whole(node.get("version")).orElse(1),
                Look.fields(node, "parameters"),
                Look.fields(node, "mapper"),
                Look.fields(node, "flags"),
                Look.fields(node, "metadata"));
    }

    private Fields source(Fields values) {
        OptionalInt source = Look.whole(values.get("source"));
        return source.isPresent() && taking.numbers().moved().containsKey(source.getAsInt())
                ? values.with("source", Num.of(taking.numbers().moved().get(source.getAsInt())))
                : values;
    }

    /** Looks at each mapped text: what cannot be read, what was meant otherwise, what has no meaning here. */
    void expressions(int no, String path, Value value) {
        switch (value) {
            case Text(String text) when MakeTexts.mapped(text) -> expression(no, path, text);
            case Items(List<Value> items) -> {
                for (int i = 0; i < items.size(); i++) {
                    expressions(no, path + "[" + (i + 1) + "]", items.get(i));
                }
            }
            case Fields fields ->
                fields.fields().forEach((key, part) -> expressions(no, path.isEmpty() ? key : path + "." + key, part));
            default -> {}
        }
    }

    private void expression(int no, String path, String text) {
        Parse parse = Expressions.parse(text);
        parse.problems().stream()
                .limit(MOST_PROBLEMS)
                .forEach(problem -> taking.report().differs(no, locale -> said(path, problem, locale)));
        parse.ok().map(Template::references).orElse(List.of()).stream()
                .filter(MakeTexts::system)
                .map(Reference::path)
                .forEach(names -> taking.report()
                        .differs(no, Message.of("exchange.system-variable", "var." + String.join(".", names))));
    }

    private static String said(String path, Problem problem, Locale locale) {
        String advice = problem.advice(locale);
        return Message.of("exchange.expression", path, problem.message(locale)).in(locale)
                + (advice.isEmpty() ? "" : " " + advice);
    }

    private Sheet.Piece inert(Fields node, int no, String name, Sheet.Spot at) {
        taking.report().module(no, name, Grade.UNSUPPORTED);
        taking.report().note(no, Message.of("exchange.unsupported", name));
        Instead instead = Instead.of(name, taking.modules());
        taking.report().note(no, instead::advice);
        taking.report().todo(no, locale -> instead.todo(no, name, locale));
        int colon = name.indexOf(':');
        boolean proper = colon > 0 && colon < name.length() - 1;
        return new Sheet.Piece(
                no,
                INERT + (proper ? name : "unknown:" + (name.isBlank() ? "module" : name.replace(":", ""))),
                1,
                MakeCanvas.name(node),
                at,
                Fields.of("make", MakeOriginals.kept(node, no, taking)),
                false,
                Ours.rest(node));
    }
}
