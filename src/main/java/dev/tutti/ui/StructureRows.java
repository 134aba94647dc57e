package dev.tutti.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.tutti.value.StructureField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The fields of a data structure, one line each; a collection has lines of its own below it. */
class StructureRows extends Div {

    private static final int DEEPEST = 6;

    private final List<Row> rows = new ArrayList<>();
    private final Div lines = new Div();
    private final int depth;

    StructureRows(List<StructureField> fields, int depth) {
        this.depth = depth;
        addClassName("structure-rows");
        lines.addClassName("structure-rows");
        Button more = new Button(getTranslation("ui.structure.field.add"), Icons.of("plus"), _ -> {
            Row row = add(StructureField.of("", StructureField.Type.TEXT));
            row.name.focus();
        });
        more.addThemeName("tertiary");
        add(lines, more);
        fields.forEach(this::add);
    }

    /** The fields as they are now; empty where a name is missing or stands twice, which the line then says. */
    Optional<List<StructureField>> read() {
        List<StructureField> fields = new ArrayList<>();
        for (Row row : rows) {
            row.name.setInvalid(false);
            String name = row.name.getValue().strip();
            boolean twice = fields.stream().anyMatch(field -> field.name().equals(name));
            if (name.isEmpty() || twice) {
                row.name.setErrorMessage(
                        getTranslation(twice ? "ui.structure.field.twice" : "ui.structure.field.unnamed"));
                row.name.setInvalid(true);
                return Optional.empty();
            }
            Optional<StructureField> field = row.read(name);
            if (field.isEmpty()) {
                return Optional.empty();
            }
            fields.add(field.get());
        }
        return Optional.of(fields);
    }

    private Row add(StructureField field) {
        Row row = new Row(field);
        rows.add(row);
        lines.add(row);
        return row;
    }

    /** One field. Of an array, the kind of its items stands beside it. */
    private final class Row extends Div {

        final TextField name = new TextField();
        private final StructureField original;
        private final Select<StructureField.Type> type = types("ui.structure.field.type");
        private final Select<StructureField.Type> item = types("ui.structure.field.item");
        private final Checkbox required = new Checkbox(getTranslation("ui.structure.field.required"));
        private final Div parts = new Div();
        private Optional<StructureRows> below = Optional.empty();

        Row(StructureField field) {
            original = field;
            name.setValue(field.name());
            name.setPlaceholder(getTranslation("ui.structure.field.name"));
            name.setAriaLabel(getTranslation("ui.structure.field.name"));
            type.setValue(field.type());
            item.setValue(field.item().map(StructureField::type).orElse(StructureField.Type.ANY));
            required.setValue(field.required());
            Button remove = Buttons.icon("trash", getTranslation("ui.structure.field.remove"), this::remove);
            Div line = new Div(name, type, item, required, remove);
            line.addClassName("structure-row");
            parts.addClassName("structure-parts");
            add(line, parts);
            type.addValueChangeListener(_ -> draw(List.of()));
            item.addValueChangeListener(_ -> draw(List.of()));
            draw(
                    field.type() == StructureField.Type.ARRAY
                            ? field.item().map(StructureField::fields).orElse(List.of())
                            : field.fields());
        }

        private void remove() {
            rows.remove(this);
            lines.remove(this);
        }

        private void draw(List<StructureField> fields) {
            item.setVisible(type.getValue() == StructureField.Type.ARRAY);
            parts.removeAll();
            boolean collection = (item.isVisible() ? item : type).getValue() == StructureField.Type.COLLECTION;
            below = collection && depth < DEEPEST
                    ? Optional.of(new StructureRows(fields, depth + 1))
                    : Optional.empty();
            below.ifPresent(parts::add);
            parts.setVisible(below.isPresent());
        }

        Optional<StructureField> read(String named) {
            Optional<List<StructureField>> fields =
                    below.map(StructureRows::read).orElse(Optional.of(List.of()));
            if (fields.isEmpty()) {
                return Optional.empty();
            }
            boolean array = type.getValue() == StructureField.Type.ARRAY;
            Optional<StructureField> items = array
                    ? Optional.of(new StructureField(
                            "item", "", item.getValue(), false, fields.get(), Optional.empty(), false))
                    : Optional.empty();
            return Optional.of(new StructureField(
                    named,
                    original.label(),
                    type.getValue(),
                    required.getValue(),
                    array ? List.of() : fields.get(),
                    items,
                    original.strict()));
        }

        private static Select<StructureField.Type> types(String key) {
            Select<StructureField.Type> types = new Select<>();
            types.setItems(StructureField.Type.values());
            types.setItemLabelGenerator(each -> types.getTranslation("ui.structure.type." + each.json()));
            types.setAriaLabel(types.getTranslation(key));
            return types;
        }
    }
}
