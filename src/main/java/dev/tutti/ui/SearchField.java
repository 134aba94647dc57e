package dev.tutti.ui;

import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;

/** Looks for words while they are being typed. */
class SearchField extends TextField {

    SearchField(String name, Consumer<String> wanted) {
        setPlaceholder(name);
        setAriaLabel(name);
        setPrefixComponent(Icons.of("search"));
        setClearButtonVisible(true);
        setValueChangeMode(ValueChangeMode.LAZY);
        addClassName("search");
        addValueChangeListener(change -> {
            if (change.isFromClient()) {
                wanted.accept(change.getValue());
            }
        });
    }
}
