package dev.tutti.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import dev.tutti.engine.Effects;
import dev.tutti.run.Input;
import dev.tutti.run.ModuleCount;
import dev.tutti.run.Replay;
import dev.tutti.run.Run;
import dev.tutti.run.RunDetail;
import dev.tutti.run.Runs;
import dev.tutti.scenario.Author;
import dev.tutti.scenario.Blueprint;
import dev.tutti.scenario.Draft;
import dev.tutti.scenario.Node;
import dev.tutti.scenario.Scenarios;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Json;
import dev.tutti.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs an old run again: on which version, with which data, from which module on. Says what will be sent again. */
class ReplayDialog extends Dialog {

    private static final int BEGINNING = 0;

    private final Runs runs;
    private final Scenarios scenarios;
    private final ModuleNames names;
    private final Author author;
    private final Run run;
    private final RadioButtonGroup<Replay.Version> version = new RadioButtonGroup<>();
    private final Select<Integer> from = new Select<>();
    private final Checkbox change = new Checkbox();
    private final TextArea data = new TextArea();
    private final Paragraph sends = new Paragraph();

    ReplayDialog(Runs runs, Scenarios scenarios, ModuleNames names, Author author, Run run) {
        this.runs = runs;
        this.scenarios = scenarios;
        this.names = names;
        this.author = author;
        this.run = run;
        setHeaderTitle(getTranslation("ui.replay.title"));
        setWidth("560px");
        version.setLabel(getTranslation("ui.replay.version"));
        version.setItems(Replay.Version.values());
        version.setItemLabelGenerator(this::label);
        version.setValue(scenarios.live(run.scenario()).isPresent() ? Replay.Version.LIVE : Replay.Version.DRAFT);
        version.addValueChangeListener(_ -> warn());
        from.setLabel(getTranslation("ui.replay.from"));
        List<Integer> modules = new ArrayList<>(List.of(BEGINNING));
        runs.detail(run.id()).map(RunDetail::modules).orElse(List.of()).stream()
                .filter(module -> module.operations() > 0)
                .map(ModuleCount::no)
                .sorted()
                .forEach(modules::add);
        from.setItems(modules);
        from.setItemLabelGenerator(no -> no == BEGINNING
                ? getTranslation("ui.replay.from.beginning")
                : names.numbered(run.versionId(), no, getLocale()));
        from.setHelperText(getTranslation("ui.replay.from.help"));
        from.setWidthFull();
        from.addValueChangeListener(_ -> {
            chosen();
            warn();
        });
        from.setValue(BEGINNING);
        change.setLabel(getTranslation("ui.replay.change"));
        change.addValueChangeListener(_ -> chosen());
        data.setLabel(getTranslation("ui.replay.data"));
        data.addClassName("code-area");
        data.setWidthFull();
        data.setMinRows(6);
        data.setMaxHeight("40vh");
        Optional<Input> input = runs.input(run.id());
        data.setValue(
                Json.writePretty(new Items(List.copyOf(input.map(Input::bundles).orElse(List.of())))));
        sends.addClassName("replay-sends");
        Div form = new Div(version, from, change, data, sends);
        form.addClassName("dialog-form");
        add(form);
        Button go = new Button(getTranslation("ui.replay"), Icons.of("rotate-ccw"), _ -> replay());
        go.addThemeName("primary");
        getFooter().add(new Button(getTranslation("ui.cancel"), _ -> close()), go);
        chosen();
        warn();
        if (input.isEmpty()) {
            removeAll();
            add(new Paragraph(getTranslation("ui.replay.not-kept")));
            go.setVisible(false);
        }
    }

    private String label(Replay.Version each) {
        String word = each.name().toLowerCase(java.util.Locale.ROOT);
        return switch (each) {
            case LIVE ->
                scenarios
                        .live(run.scenario())
                        .map(live -> getTranslation(
                                "ui.replay.version.live", live.number().orElse(0)))
                        .orElseGet(() -> getTranslation("ui.replay.version.none"));
            case DRAFT -> getTranslation("ui.replay.version." + word);
            case SAME ->
                run.version().isPresent()
                        ? getTranslation("ui.replay.version.same", run.version().getAsInt())
                        : getTranslation("ui.replay.version.same.draft");
        };
    }

    private void chosen() {
        boolean whole = from.getValue() == BEGINNING;
        change.setVisible(whole);
        data.setVisible(whole && change.getValue());
    }

    private void warn() {
        String list = sending().stream()
                .map(no -> names.numbered(run.versionId(), no, getLocale()))
                .collect(Collectors.joining(", "));
        sends.removeAll();
        sends.add(
                Icons.of(list.isEmpty() ? "circle-check" : "triangle-alert"),
                new Span(
                        list.isEmpty()
                                ? getTranslation("ui.replay.harmless")
                                : getTranslation("ui.replay.sends", list)));
    }

    /** The modules that change something outside; of a replay from a module on, those that come after it. */
    private List<Integer> sending() {
        if (from.getValue() == BEGINNING) {
            return names.writing(blueprint()).stream().map(Node::no).toList();
        }
        return runs.effects(run.id(), from.getValue()).stream()
                .flatMap(effects -> Stream.concat(effects.again().stream(), effects.next().stream()))
                .map(Effects.Sent::module)
                .distinct()
                .toList();
    }

    private Blueprint blueprint() {
        Optional<Blueprint> chosen = switch (version.getValue()) {
            case LIVE -> scenarios.live(run.scenario()).flatMap(live -> scenarios.blueprint(live.id()));
            case DRAFT -> scenarios.draft(run.scenario()).map(Draft::blueprint);
            case SAME -> scenarios.blueprint(run.versionId());
        };
        return chosen.orElse(Blueprint.EMPTY);
    }

    private void replay() {
        boolean whole = from.getValue() == BEGINNING;
        Optional<List<Fields>> bundles = Optional.empty();
        if (whole && change.getValue()) {
            bundles = bundles();
            if (bundles.isEmpty()) {
                return;
            }
        }
        Replay wish = new Replay(
                run.id(),
                version.getValue(),
                bundles,
                whole ? OptionalInt.empty() : OptionalInt.of(from.getValue()),
                Map.of(),
                author);
        switch (runs.replay(wish)) {
            case Replay.Answer.Begun(var started) -> {
                if (started.accepted()) {
                    close();
                    getUI().ifPresent(ui -> ui.navigate("runs/" + started.id()));
                } else {
                    Toast.show(getTranslation("ui.replay.busy"));
                }
            }
            case Replay.Answer.Unknown _ -> Toast.show(getTranslation("ui.run.unknown"));
            case Replay.Answer.NoVersion _ -> Toast.show(getTranslation("ui.replay.no-version"));
            case Replay.Answer.Blocked(var problems) ->
                Toast.show(getTranslation("ui.replay.blocked", problems.size()));
            case Replay.Answer.NotKept _ -> Toast.show(getTranslation("ui.replay.not-kept"));
            case Replay.Answer.NoModule(int module) -> Toast.show(getTranslation("ui.replay.no-module", module));
        }
    }

    /** A list of bundles, or one; empty where it cannot be read, which the field then says. */
    private Optional<List<Fields>> bundles() {
        data.setInvalid(false);
        return switch (Json.parse(data.getValue())) {
            case Json.Parsed(Fields one) -> Optional.of(List.of(one));
            case Json.Parsed(Items(List<Value> items))
            when items.stream().allMatch(Fields.class::isInstance) ->
                Optional.of(items.stream().map(Fields.class::cast).toList());
            case Json.Parsed _ -> wrong(getTranslation("ui.replay.data.wrong"));
            case Json.Malformed(var said, int line, int column) ->
                wrong(getTranslation("ui.data.record.malformed", line, column, said.in(getLocale())));
        };
    }

    private Optional<List<Fields>> wrong(String message) {
        data.setErrorMessage(message);
        data.setInvalid(true);
        return Optional.empty();
    }
}
