package dev.tutti.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.tutti.value.Fields;
import dev.tutti.value.Json;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A bundle to look at and to change, field by field or as JSON. What is not touched keeps its value, files and dates
 * included, which JSON alone could not give back.
 */
class DataEditor extends Div {

    private static final String FORM = "form";
    private static final String JSON = "json";
    private static final int LONG = 60;

    private final Fields original;
    private final Map<String, AbstractField<?, String>> fields = new LinkedHashMap<>();
    private final Div form = new Div();
    private final TextArea json = new TextArea();
    private final RadioButtonGroup<String> mode = new RadioButtonGroup<>();

    DataEditor(String name, Fields original) {
        this.original = original;
        addClassName("data-editor");
        mode.addThemeName("horizontal");
        mode.setItems(FORM, JSON);
        mode.setItemLabelGenerator(each -> getTranslation("ui.editor." + each));
        mode.setAriaLabel(getTranslation("ui.editor.how", name));
        mode.setValue(FORM);
        mode.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                shift(change.getValue());
            }
        });
        json.setAriaLabel(name);
        json.addClassName("code-area");
        json.setWidthFull();
        json.setMinRows(6);
        json.setMaxHeight("50vh");
        json.setVisible(false);
        form.addClassName("dialog-form");
        draw(original);
        add(mode, form, json);
    }

    /** The bundle as it is now if somebody changed it; a field that cannot be read says so and gives nothing. */
    Optional<Fields> changed() {
        return read().filter(now -> !now.equals(original));
    }

    /** Whether everything can be read; what cannot says why. */
    boolean isValid() {
        return read().isPresent();
    }

    private void shift(String wanted) {
        Optional<Fields> now = wanted.equals(JSON) ? ofForm() : ofJson();
        if (now.isEmpty()) {
            mode.setValue(wanted.equals(JSON) ? FORM : JSON);
            return;
        }
        if (wanted.equals(JSON)) {
            json.setValue(Json.writePretty(now.get()));
        } else {
            draw(now.get());
        }
        json.setVisible(wanted.equals(JSON));
        form.setVisible(wanted.equals(FORM));
    }

    private void draw(Fields data) {
        form.removeAll();
        fields.clear();
        data.fields().forEach((key, value) -> {
            AbstractField<?, String> field = field(key, value);
            fields.put(key, field);
            form.add((Component) field);
        });
    }

    private static AbstractField<?, String> field(String key, Value value) {
        boolean text = value instanceof Text;
        String shown = value instanceof Text(String plain) ? plain : Json.writePretty(value);
        if (text && shown.length() <= LONG && shown.indexOf('\n') < 0) {
            TextField line = new TextField(key);
            line.setWidthFull();
            line.setValue(shown);
            return line;
        }
        TextArea area = new TextArea(key);
        area.setWidthFull();
        area.setMaxHeight("30vh");
        area.setValue(shown);
        if (!text) {
            area.addClassName("code-area");
        }
        return area;
    }

    private Optional<Fields> read() {
        return FORM.equals(mode.getValue()) ? ofForm() : ofJson();
    }

    private Optional<Fields> ofForm() {
        Fields.Builder data = Fields.builder();
        boolean readable = true;
        for (Map.Entry<String, AbstractField<?, String>> field : fields.entrySet()) {
            Value old = original.get(field.getKey());
            String now = field.getValue().getValue();
            if (original.has(field.getKey()) && now.equals(shown(old))) {
                data.put(field.getKey(), old);
            } else if (field.getValue() instanceof TextArea area && area.hasClassName("code-area")) {
                Optional<Value> parsed = parse(area);
                readable &= parsed.isPresent();
                parsed.ifPresent(value -> data.put(field.getKey(), value));
            } else {
                data.put(field.getKey(), new Text(now));
            }
        }
        return readable ? Optional.of(data.build()) : Optional.empty();
    }

    private static String shown(Value value) {
        return value instanceof Text(String plain) ? plain : Json.writePretty(value);
    }

    private Optional<Fields> ofJson() {
        Optional<Value> parsed = parse(json);
        if (parsed.isPresent() && !(parsed.get() instanceof Fields)) {
            wrong(json, getTranslation("ui.data.record.object"));
        }
        return parsed.filter(Fields.class::isInstance).map(Fields.class::cast).map(this::kept);
    }

    private Fields kept(Fields now) {
        Fields.Builder data = Fields.builder();
        now.fields().forEach((key, value) -> {
            Value old = original.get(key);
            boolean same = original.has(key) && Json.write(old).equals(Json.write(value));
            data.put(key, same ? old : value);
        });
        return data.build();
    }

    private Optional<Value> parse(TextArea area) {
        area.setInvalid(false);
        return switch (Json.parse(area.getValue())) {
            case Json.Parsed(Value value) -> Optional.of(value);
            case Json.Malformed(var said, int line, int column) -> {
                wrong(area, getTranslation("ui.data.record.malformed", line, column, said.in(getLocale())));
                yield Optional.empty();
            }
        };
    }

    private static void wrong(TextArea area, String message) {
        area.setErrorMessage(message);
        area.setInvalid(true);
        area.focus();
    }
}
