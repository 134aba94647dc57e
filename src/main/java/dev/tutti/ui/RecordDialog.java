package dev.tutti.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.tutti.datastore.DataStoreId;
import dev.tutti.datastore.DataStores;
import dev.tutti.datastore.StoredRecord;
import dev.tutti.datastore.Written;
import dev.tutti.value.Fields;
import dev.tutti.value.Json;
import java.util.Optional;

/** Writes one record as JSON. */
class RecordDialog extends Dialog {

    private final DataStores stores;
    private final DataStoreId store;
    private final Optional<StoredRecord> old;
    private final Runnable done;
    private final TextField key = new TextField();
    private final TextArea data = new TextArea();

    RecordDialog(DataStores stores, DataStoreId store, Optional<StoredRecord> old, Runnable done) {
        this.stores = stores;
        this.store = store;
        this.old = old;
        this.done = done;
        setHeaderTitle(getTranslation(old.isPresent() ? "ui.data.record.edit" : "ui.data.record.add"));
        setWidth("560px");
        key.setLabel(getTranslation("ui.data.key"));
        key.setHelperText(old.isPresent() ? null : getTranslation("ui.data.key.help"));
        key.setWidthFull();
        data.setLabel(getTranslation("ui.data.content"));
        data.addClassName("code-area");
        data.setWidthFull();
        data.setMinRows(8);
        data.setMaxHeight("50vh");
        data.setValue("{\n  \n}");
        old.ifPresent(record -> {
            key.setValue(record.key());
            key.setReadOnly(true);
            data.setValue(Json.writePretty(record.data()));
        });
        Div form = new Div(key, data);
        form.addClassName("dialog-form");
        add(form);
        Button keep = new Button(getTranslation("ui.save"), _ -> store());
        keep.addThemeName("primary");
        getFooter().add(new Button(getTranslation("ui.cancel"), _ -> close()), keep);
        if (old.isPresent()) {
            data.focus();
        } else {
            key.focus();
        }
    }

    private void store() {
        key.setInvalid(false);
        data.setInvalid(false);
        switch (Json.parse(data.getValue())) {
            case Json.Parsed(Fields fields) -> write(fields);
            case Json.Parsed _ -> wrong(getTranslation("ui.data.record.object"));
            case Json.Malformed(var said, int line, int column) ->
                wrong(getTranslation("ui.data.record.malformed", line, column, said.in(getLocale())));
        }
    }

    private void write(Fields fields) {
        Optional<String> named = Optional.of(key.getValue().strip()).filter(text -> !text.isEmpty());
        switch (stores.put(store, named, fields, old.isPresent(), Optional.empty())) {
            case Written.Done _ -> {
                close();
                done.run();
            }
            case Written.Exists _ -> {
                key.setErrorMessage(getTranslation("ui.data.record.exists"));
                key.setInvalid(true);
            }
            case Written.BadKey _ -> {
                key.setErrorMessage(getTranslation("ui.data.record.key"));
                key.setInvalid(true);
            }
            case Written.TooLarge _ -> wrong(getTranslation("ui.data.record.large"));
            case Written.Unfit unfit -> wrong(unfit.said(getLocale()));
            case Written.HoldsFile _, Written.Missing _, Written.NoStore _ ->
                wrong(getTranslation("ui.data.record.refused"));
        }
    }

    private void wrong(String message) {
        data.setErrorMessage(message);
        data.setInvalid(true);
    }
}
