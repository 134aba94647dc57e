package dev.tutti.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import dev.tutti.datastore.StructureSamples;
import dev.tutti.value.Message;
import dev.tutti.value.Structure;
import java.util.Locale;
import java.util.Optional;

/** What records look like: written field by field, or learned from a sample. */
class StructureEditor extends Div {

    private final Checkbox strict = new Checkbox();
    private final Div place = new Div();
    private StructureRows rows;

    StructureEditor(Structure structure) {
        addClassName("structure-editor");
        strict.setLabel(getTranslation("ui.structure.strict"));
        Button learn = new Button(getTranslation("ui.structure.sample"), Icons.of("braces"), _ -> askForSample());
        Div tools = new Div(learn, strict);
        tools.addClassName("one-line");
        rows = new StructureRows(structure.fields(), 0);
        add(tools, place);
        show(structure);
    }

    void show(Structure structure) {
        strict.setValue(structure.strict());
        rows = new StructureRows(structure.fields(), 0);
        place.removeAll();
        place.add(rows);
    }

    /** The structure as it is now; empty where something is missing, which the fields then say. */
    Optional<Structure> read() {
        return rows.read().map(fields -> new Structure(fields, strict.getValue()));
    }

    private void askForSample() {
        Dialog dialog = new Dialog(getTranslation("ui.structure.sample"));
        dialog.setWidth("560px");
        Select<StructureSamples.Kind> kind = new Select<>();
        kind.setLabel(getTranslation("ui.structure.sample.kind"));
        kind.setItems(StructureSamples.Kind.values());
        kind.setItemLabelGenerator(
                each -> getTranslation("ui.structure.sample." + each.name().toLowerCase(Locale.ROOT)));
        kind.setValue(StructureSamples.Kind.JSON);
        TextArea sample = new TextArea(getTranslation("ui.structure.sample.text"));
        sample.setHelperText(getTranslation("ui.structure.sample.help"));
        sample.addClassName("code-area");
        sample.setWidthFull();
        sample.setMinRows(8);
        sample.setMaxHeight("50vh");
        Div form = new Div(kind, sample);
        form.addClassName("dialog-form");
        dialog.add(form);
        Button take = new Button(getTranslation("ui.structure.sample.take"), _ -> {
            switch (StructureSamples.of(kind.getValue(), sample.getValue())) {
                case StructureSamples.Answer.Found(Structure found) -> {
                    show(found.strict(strict.getValue()));
                    dialog.close();
                }
                case StructureSamples.Answer.Unreadable(Message said) -> {
                    sample.setErrorMessage(said.in(getLocale()));
                    sample.setInvalid(true);
                }
            }
        });
        take.addThemeName("primary");
        dialog.getFooter().add(new Button(getTranslation("ui.cancel"), _ -> dialog.close()), take);
        dialog.open();
        sample.focus();
    }
}
