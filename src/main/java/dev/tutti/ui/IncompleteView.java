package dev.tutti.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.tutti.engine.Edits;
import dev.tutti.engine.Effects;
import dev.tutti.run.Incomplete;
import dev.tutti.run.IncompleteDetail;
import dev.tutti.run.IncompleteId;
import dev.tutti.run.Incompletes;
import dev.tutti.value.Fields;
import dev.tutti.workspace.Action;
import dev.tutti.workspace.CurrentUser;
import jakarta.annotation.security.PermitAll;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One incomplete run: why it stands, what it would go on with and can be changed, and what going on will do. */
@Route("inbox/incomplete/:item([0-9]{1,19})")
@PermitAll
class IncompleteView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Incompletes incompletes;
    private final ModuleNames names;
    private final boolean may;
    private final Map<Integer, DataEditor> outputs = new LinkedHashMap<>();
    private @Nullable DataEditor input;
    private String title = "Tutti";

    IncompleteView(Incompletes incompletes, ModuleNames names, CurrentUser current) {
        this.incompletes = incompletes;
        this.names = names;
        this.may = current.may(Action.RUN_START);
        addClassNames("page", "incomplete");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        draw(Numbers.in(event.getRouteParameters(), "item").map(IncompleteId::new));
    }

    private void draw(Optional<IncompleteId> id) {
        removeAll();
        outputs.clear();
        input = null;
        Optional<IncompleteDetail> detail = id.flatMap(incompletes::detail);
        if (detail.isEmpty()) {
            add(new Nowhere("ui.inbox.unknown", InboxView.class, "ui.inbox.unknown.go"));
            return;
        }
        Incomplete item = detail.get().item();
        title = item.scenarioName() + " · Tutti";
        PageHeader header = new PageHeader(item.scenarioName(), actions(item));
        header.below(InboxView.class, getTranslation("ui.nav.inbox"));
        add(header, facts(item), why(item));
        if (item.state().open()) {
            add(effects(detail.get()), input(detail.get()));
            if (!detail.get().upstream().isEmpty()) {
                add(upstream(detail.get()));
            }
        }
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private Component[] actions(Incomplete item) {
        Anchor run = new Anchor("runs/" + item.run(), getTranslation("ui.inbox.run"));
        run.addClassName("button-plain");
        Anchor editor = new Anchor(
                "scenarios/" + item.scenario() + "?incomplete=" + item.id(), getTranslation("ui.inbox.editor"));
        editor.addClassName("button-plain");
        boolean open = may && item.state().open() && item.state() != Incomplete.State.RUNNING;
        Button drop = new Button(
                getTranslation("ui.inbox.drop"),
                _ -> Buttons.confirm(
                        getTranslation("ui.inbox.drop.title", 1),
                        getTranslation("ui.inbox.drop.text"),
                        getTranslation("ui.inbox.drop"),
                        getTranslation("ui.cancel"),
                        () -> {
                            incompletes.drop(item.id());
                            draw(Optional.of(item.id()));
                        }));
        drop.setVisible(open);
        Button goOn = new Button(getTranslation("ui.inbox.continue"), Icons.of("play"), _ -> goOn(item));
        goOn.addThemeName("primary");
        goOn.setVisible(open);
        return new Component[] {run, editor, drop, goOn};
    }

    private Component facts(Incomplete item) {
        Div facts = new Div(
                new IncompleteBadge(item.state()),
                new Span(getTranslation("ui.inbox.kind." + item.kind().word())),
                Times.precise(item.createdAt()),
                new Span(getTranslation("ui.inbox.tried", item.attempts())));
        item.nextTryAt()
                .ifPresent(at ->
                        facts.add(new Span(new Span(getTranslation("ui.inbox.next.at") + " "), Times.precise(at))));
        item.resolution().ifPresent(end -> {
            facts.add(new Span(getTranslation("ui.inbox.how." + end.how().word())), Times.precise(end.at()));
        });
        item.carrier()
                .filter(carrier -> !carrier.equals(item.run()))
                .ifPresent(carrier -> facts.add(new Anchor("runs/" + carrier, getTranslation("ui.inbox.carrier"))));
        facts.addClassName("fact-line");
        return facts;
    }

    /** The error in words. */
    private Component why(Incomplete item) {
        Span module = new Span(names.numbered(item.version(), item.module(), getLocale()));
        module.addClassName("failed-module");
        Paragraph message = new Paragraph(module, new Span(item.error().message(getLocale())));
        Section section = section("ui.inbox.why", message);
        item.error().advice(getLocale()).ifPresent(advice -> section.add(new Paragraph(advice)));
        item.error().detail().filter(text -> !text.isBlank()).ifPresent(text -> {
            Div detail = new Div(text);
            detail.addClassName("quoted");
            section.add(new Details(getTranslation("ui.inbox.detail"), detail));
        });
        return section;
    }

    private Component effects(IncompleteDetail detail) {
        Div both = new Div(
                sent(
                        "ui.inbox.again",
                        "ui.inbox.again.none",
                        "rotate-ccw",
                        detail.effects().again(),
                        detail.item()),
                sent(
                        "ui.inbox.kept",
                        "ui.inbox.kept.none",
                        "check",
                        detail.effects().kept(),
                        detail.item()),
                sent(
                        "ui.inbox.next.effects",
                        "ui.inbox.next.effects.none",
                        "play",
                        detail.effects().next(),
                        detail.item()));
        both.addClassName("effects");
        return section("ui.inbox.effects", both);
    }

    private Component sent(String key, String nothing, String icon, List<Effects.Sent> calls, Incomplete item) {
        Span heading = new Span(getTranslation(key));
        heading.addClassName("strong");
        Div column = new Div(heading);
        if (calls.isEmpty()) {
            Span none = new Span(getTranslation(nothing));
            none.addClassName("quiet");
            column.add(none);
        }
        for (Effects.Sent call : calls) {
            Span what =
                    new Span(getTranslation("ui.effect." + call.effect().name().toLowerCase(java.util.Locale.ROOT)));
            what.addClassName("quiet");
            Div line =
                    new Div(Icons.of(icon), new Span(names.numbered(item.version(), call.module(), getLocale())), what);
            line.addClassName("one-line");
            column.add(line);
        }
        return column;
    }

    private Component input(IncompleteDetail detail) {
        Fields data = detail.input().orElse(Fields.EMPTY);
        if (detail.input().isEmpty()) {
            Paragraph none = new Paragraph(getTranslation("ui.inbox.input.none"));
            none.addClassName("quiet");
            return section("ui.inbox.input", none);
        }
        DataEditor editor = new DataEditor(getTranslation("ui.inbox.input"), data);
        input = editor;
        return section("ui.inbox.input", new Paragraph(getTranslation("ui.inbox.input.lead")), editor);
    }

    private Component upstream(IncompleteDetail detail) {
        Section section = section("ui.inbox.upstream", new Paragraph(getTranslation("ui.inbox.upstream.lead")));
        for (IncompleteDetail.Upstream before : detail.upstream()) {
            String name = names.numbered(detail.item().version(), before.module(), getLocale());
            Details folded = new Details(name);
            folded.addOpenedChangeListener(change -> {
                if (change.isOpened() && !outputs.containsKey(before.module())) {
                    DataEditor editor = new DataEditor(name, before.bundle());
                    outputs.put(before.module(), editor);
                    folded.add(editor);
                }
            });
            section.add(folded);
        }
        return section;
    }

    private void goOn(Incomplete item) {
        boolean readable =
                outputs.values().stream().allMatch(DataEditor::isValid) && (input == null || input.isValid());
        if (!readable) {
            Toast.show(getTranslation("ui.inbox.unreadable"));
            return;
        }
        Map<Integer, Fields> changed = new HashMap<>();
        outputs.forEach((module, editor) -> editor.changed().ifPresent(bundle -> changed.put(module, bundle)));
        Optional<Fields> changedInput = Optional.ofNullable(input).flatMap(DataEditor::changed);
        switch (incompletes.retry(item.id(), new Edits(changedInput, changed))) {
            case Incompletes.RetryAnswer.GoesOn(var run) -> {
                Toast.show(getTranslation("ui.inbox.goes-on"));
                getUI().ifPresent(ui -> ui.navigate("runs/" + run));
            }
            case Incompletes.RetryAnswer.Soon _ -> again(item, "ui.inbox.soon");
            case Incompletes.RetryAnswer.Busy _ -> Toast.show(getTranslation("ui.inbox.busy"));
            case Incompletes.RetryAnswer.Unknown _ -> again(item, "ui.inbox.unknown");
            case Incompletes.RetryAnswer.NotOpen _ -> again(item, "ui.inbox.not-open");
            case Incompletes.RetryAnswer.NoVersion _ -> again(item, "ui.inbox.no-version");
            case Incompletes.RetryAnswer.NoModule _ -> again(item, "ui.inbox.no-module");
        }
    }

    private void again(Incomplete item, String said) {
        Toast.show(getTranslation(said));
        draw(Optional.of(item.id()));
    }

    private Section section(String key, Component... parts) {
        Section section = new Section(new H2(getTranslation(key)));
        section.add(parts);
        section.addClassName("part");
        return section;
    }
}
