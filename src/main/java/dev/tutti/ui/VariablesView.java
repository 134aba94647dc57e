package dev.tutti.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.tutti.scenario.ScenarioSummary;
import dev.tutti.scenario.VariableUses;
import dev.tutti.workspace.Action;
import dev.tutti.workspace.CurrentUser;
import dev.tutti.workspace.Variable;
import dev.tutti.workspace.Variables;
import jakarta.annotation.security.PermitAll;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Values with a name that all scenarios of the workspace read. */
@Route("variables")
@PermitAll
class VariablesView extends Div implements HasDynamicTitle {

    private final Variables variables;
    private final VariableUses uses;
    private final boolean may;
    private final Listing<Variable> list = new Listing<>(getTranslation("ui.nav.variables"));
    private final Emptiness empty = new Emptiness("variable");

    VariablesView(Variables variables, VariableUses uses, CurrentUser current) {
        this.variables = variables;
        this.uses = uses;
        this.may = current.may(Action.SCENARIO_EDIT);
        addClassNames("page", "list-page");
        Button add = new Button(getTranslation("ui.variables.add"), Icons.of("plus"));
        add.addThemeName("primary");
        add.setVisible(may);
        add.addClickListener(_ -> edit(Optional.empty()));
        list.wide(getTranslation("ui.variables.name"), 2, this::name);
        list.narrow(getTranslation("ui.variables.type"), 120, variable -> new Span(type(variable)));
        list.wide(getTranslation("ui.variables.value"), 3, this::value);
        list.narrow(getTranslation("ui.variables.changed"), 172, variable -> Times.moment(variable.changedAt()));
        list.actions(132, this::actions);
        if (may) {
            list.opens(variable -> edit(Optional.of(variable)));
        }
        empty.say(getTranslation("ui.variables.empty"));
        Paragraph lead = new Paragraph(getTranslation("ui.variables.lead"));
        lead.addClassName("page-lead");
        add(new PageHeader(getTranslation("ui.nav.variables"), add), lead, list, empty);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        load();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.nav.variables") + " · Tutti";
    }

    private void load() {
        List<Variable> all = variables.all();
        list.setItems(all);
        list.setVisible(!all.isEmpty());
        empty.setVisible(all.isEmpty());
    }

    /** The name, and a button that copies what reads it. */
    private Component name(Variable variable) {
        Code name = new Code(variable.name());
        name.addClassNames("strong", "cut");
        name.setTitle(variable.name());
        Div both = new Div(
                name,
                Buttons.copy(
                        getTranslation("ui.variables.copy.of", variable.name()),
                        "{{var.workspace." + variable.name() + "}}"));
        both.addClassName("one-line");
        return both;
    }

    private String type(Variable variable) {
        return getTranslation("ui.variables.type." + variable.type().word());
    }

    private Component value(Variable variable) {
        Span text = new Span(shown(variable.type(), variable.content()));
        text.addClassName("cut");
        text.setTitle(text.getText());
        return text;
    }

    private String shown(Variable.Type type, String content) {
        return switch (type) {
            case TEXT, NUMBER -> content;
            case BOOLEAN -> getTranslation("ui.variables.value." + content);
            case DATE -> Times.full(Instant.parse(content));
        };
    }

    private Component actions(Variable variable) {
        Button history = Buttons.icon(
                "history",
                getTranslation("ui.variables.history.of", variable.name()),
                () -> new VariableHistory(
                                variable.name(),
                                variables.history(variable.name()),
                                content -> shown(variable.type(), content))
                        .open());
        Button edit = Buttons.icon(
                "pencil", getTranslation("ui.variables.edit.of", variable.name()), () -> edit(Optional.of(variable)));
        Button remove = Buttons.icon(
                "trash", getTranslation("ui.variables.delete.of", variable.name()), () -> remove(variable));
        edit.setVisible(may);
        remove.setVisible(may);
        Div all = new Div(history, edit, remove);
        all.addClassName("line-actions");
        return all;
    }

    private void edit(Optional<Variable> old) {
        new VariableDialog(variables, old, this::load).open();
    }

    /** Says which scenarios would read nothing from then on. */
    private void remove(Variable variable) {
        List<ScenarioSummary> using = uses.of(variable.name());
        String text = using.isEmpty()
                ? getTranslation("ui.variables.delete.text")
                : getTranslation(
                        "ui.variables.delete.used",
                        using.stream().map(ScenarioSummary::name).collect(Collectors.joining(", ")));
        Buttons.confirm(
                getTranslation("ui.variables.delete.title", variable.name()),
                text,
                getTranslation("ui.delete"),
                getTranslation("ui.cancel"),
                () -> {
                    variables.delete(variable.name());
                    load();
                });
    }
}
