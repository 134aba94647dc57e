package dev.tutti.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.tutti.datastore.DataStore;
import dev.tutti.datastore.DataStores;
import dev.tutti.workspace.Action;
import dev.tutti.workspace.CurrentUser;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** The tables in which scenarios keep records between runs. */
@Route("data")
@PermitAll
class DataStoresView extends Div implements HasDynamicTitle {

    private final DataStores stores;
    private final Listing<DataStore> list = new Listing<>(getTranslation("ui.nav.datastores"));
    private final Emptiness empty = new Emptiness("database");
    private final boolean may;

    DataStoresView(DataStores stores, CurrentUser current) {
        this.stores = stores;
        this.may = current.may(Action.DATASTORE_EDIT);
        addClassNames("page", "list-page");
        Button add = new Button(getTranslation("ui.data.add"), Icons.of("plus"));
        add.addThemeName("primary");
        add.setVisible(may);
        add.addClickListener(_ -> create());
        list.wide(getTranslation("ui.data.name"), 1, DataStoresView::name);
        list.figures(
                getTranslation("ui.data.records"), 140, store -> String.format(getLocale(), "%,d", store.records()));
        list.figures(getTranslation("ui.data.size"), 140, this::size);
        list.narrow(getTranslation("ui.data.created"), 180, store -> Times.moment(store.createdAt()));
        list.actions(64, this::remove);
        list.opens(store -> getUI().ifPresent(ui -> ui.navigate("data/" + store.id())));
        empty.say(getTranslation("ui.data.empty"));
        add(new PageHeader(getTranslation("ui.nav.datastores"), add), list, empty);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        load();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.nav.datastores") + " · Tutti";
    }

    private void load() {
        List<DataStore> all = stores.all();
        list.setItems(all);
        list.setVisible(!all.isEmpty());
        empty.setVisible(all.isEmpty());
    }

    private static Component name(DataStore store) {
        Anchor link = new Anchor("data/" + store.id(), store.name());
        link.addClassNames("strong", "cut");
        Div both = new Div(Discs.disc("database", "#1b5fc2"), link);
        both.addClassName("one-line");
        return both;
    }

    private String size(DataStore store) {
        return String.format(getLocale(), "%,d", (store.bytes() + 1023) / 1024)
                + "\u00a0"
                + getTranslation("ui.kilobytes");
    }

    private Component remove(DataStore store) {
        Button remove = Buttons.icon(
                "trash",
                getTranslation("ui.data.delete.of", store.name()),
                () -> Buttons.confirm(
                        getTranslation("ui.data.delete.title", store.name()),
                        getTranslation("ui.data.delete.text"),
                        getTranslation("ui.delete"),
                        getTranslation("ui.cancel"),
                        () -> {
                            stores.delete(store.id());
                            load();
                        }));
        Div all = new Div(remove);
        all.addClassName("line-actions");
        all.setVisible(may);
        return all;
    }

    private void create() {
        Dialog dialog = new Dialog(getTranslation("ui.data.add"));
        TextField name = new TextField(getTranslation("ui.data.name"));
        name.setMaxLength(DataStores.MAX_NAME);
        name.setWidthFull();
        Div form = new Div(name);
        form.addClassName("dialog-form");
        dialog.add(form);
        Button keep = new Button(getTranslation("ui.create"), _ -> {
            if (name.getValue().isBlank()) {
                name.setErrorMessage(getTranslation("ui.data.name.required"));
                name.setInvalid(true);
                return;
            }
            stores.create(name.getValue());
            dialog.close();
            load();
        });
        keep.addThemeName("primary");
        Buttons.submits(keep, name);
        dialog.getFooter().add(new Button(getTranslation("ui.cancel"), _ -> dialog.close()), keep);
        dialog.setWidth("420px");
        dialog.open();
        name.focus();
    }
}
