package dev.tutti.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.tutti.workspace.Variable;
import dev.tutti.workspace.Variables;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes a variable, or gives one another value. Name and type stay as they are. */
class VariableDialog extends Dialog {

    private final Variables variables;
    private final Optional<Variable> old;
    private final Runnable done;
    private final TextField name = new TextField();
    private final Select<Variable.Type> type = new Select<>();
    private final Div place = new Div();
    private HasValidation shown = name;
    private Supplier<String> content = () -> "";

    VariableDialog(Variables variables, Optional<Variable> old, Runnable done) {
        this.variables = variables;
        this.old = old;
        this.done = done;
        setHeaderTitle(getTranslation(old.isPresent() ? "ui.variables.edit" : "ui.variables.add"));
        setWidth("480px");
        name.setLabel(getTranslation("ui.variables.name"));
        name.setHelperText(old.isPresent() ? null : getTranslation("ui.variables.name.help"));
        name.setWidthFull();
        name.setMaxLength(128);
        type.setLabel(getTranslation("ui.variables.type"));
        type.setItems(Variable.Type.values());
        type.setItemLabelGenerator(each -> getTranslation("ui.variables.type." + each.word()));
        type.setWidthFull();
        type.addValueChangeListener(change -> draw(change.getValue()));
        place.addClassName("dialog-form");
        Div form = new Div(name, type, place);
        form.addClassName("dialog-form");
        add(form);
        old.ifPresent(variable -> {
            name.setValue(variable.name());
            name.setReadOnly(true);
            type.setReadOnly(true);
        });
        type.setValue(old.map(Variable::type).orElse(Variable.Type.TEXT));
        Button keep = new Button(getTranslation("ui.save"), _ -> store());
        keep.addThemeName("primary");
        Buttons.submits(keep, name);
        getFooter().add(new Button(getTranslation("ui.cancel"), _ -> close()), keep);
        if (old.isEmpty()) {
            name.focus();
        }
    }

    private void draw(Variable.Type chosen) {
        String now = old.map(Variable::content).orElse("");
        AbstractField<?, ?> field = switch (chosen) {
            case TEXT -> {
                TextArea text = new TextArea();
                text.setValue(now);
                text.setMaxLength(Variable.LONGEST);
                text.setMaxHeight("40vh");
                content = text::getValue;
                yield text;
            }
            case NUMBER -> {
                TextField number = new TextField();
                number.setValue(now);
                number.setPlaceholder("12.5");
                content = () -> number.getValue().strip().replace(',', '.');
                yield number;
            }
            case BOOLEAN -> {
                Select<String> yesNo = new Select<>();
                yesNo.setItems("true", "false");
                yesNo.setItemLabelGenerator(each -> getTranslation("ui.variables.value." + each));
                yesNo.setValue(now.equals("true") ? "true" : "false");
                content = yesNo::getValue;
                yield yesNo;
            }
            case DATE -> {
                DateTimePicker moment = new DateTimePicker();
                moment.setLocale(getLocale());
                if (!now.isEmpty()) {
                    moment.setValue(Instant.parse(now).atZone(Times.zone()).toLocalDateTime());
                }
                content = () -> moment.getValue() == null
                        ? ""
                        : moment.getValue().atZone(Times.zone()).toInstant().toString();
                yield moment;
            }
        };
        field.getElement().setProperty("label", getTranslation("ui.variables.value"));
        field.getElement().getStyle().set("width", "100%");
        shown = (HasValidation) field;
        place.removeAll();
        place.add((Component) field);
    }

    private void store() {
        name.setInvalid(false);
        shown.setInvalid(false);
        Variables.Answer answer = old.map(variable -> variables.set(variable.name(), content.get()))
                .orElseGet(() -> variables.create(name.getValue().strip(), type.getValue(), content.get()));
        switch (answer) {
            case Variables.Done _, Variables.Missing _ -> {
                close();
                done.run();
            }
            case Variables.BadName _ -> wrong(name, "ui.variables.name.wrong");
            case Variables.Taken _ -> wrong(name, "ui.variables.name.taken");
            case Variables.BadContent(Variable.Type wanted) -> wrong(shown, "ui.variables.wrong." + wanted.word());
        }
    }

    private void wrong(HasValidation field, String key) {
        field.setErrorMessage(getTranslation(key));
        field.setInvalid(true);
    }
}
