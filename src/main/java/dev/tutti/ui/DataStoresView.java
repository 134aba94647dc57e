package dev.tutti.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
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
    private final Grid<DataStore> grid = new Grid<>();
    private final Paragraph empty = new Paragraph();
    private final boolean may;

    DataStoresView(DataStores stores, CurrentUser current) {
        this.stores = stores;
        this.may = current.may(Action.DATASTORE_EDIT);
        addClassName("page");
        Button add = new Button(getTranslation("ui.data.add"), _ -> create());
        add.addThemeName("primary");
        add.setEnabled(may);
        grid.addClassName("list");
        grid.setAllRowsVisible(true);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addComponentColumn(DataStoresView::name)
                .setHeader(getTranslation("ui.data.name"))
                .setFlexGrow(3);
        grid.addColumn(DataStore::records)
                .setHeader(getTranslation("ui.data.records"))
                .setAutoWidth(true);
        grid.addColumn(store -> (store.bytes() + 1023) / 1024 + "\u00a0" + getTranslation("ui.kilobytes"))
                .setHeader(getTranslation("ui.data.size"))
                .setAutoWidth(true);
        grid.addColumn(store -> Times.full(store.createdAt(), getLocale()))
                .setHeader(getTranslation("ui.data.created"))
                .setAutoWidth(true);
        grid.addComponentColumn(this::remove).setHeader("").setWidth("64px").setFlexGrow(0);
        empty.setText(getTranslation("ui.data.empty"));
        empty.addClassName("empty");
        add(new PageHeader(getTranslation("ui.nav.datastores"), add), grid, empty);
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
        grid.setItems(all);
        grid.setVisible(!all.isEmpty());
        empty.setVisible(all.isEmpty());
    }

    private static Component name(DataStore store) {
        Anchor link = new Anchor("data/" + store.id(), store.name());
        link.addClassName("strong");
        return link;
    }

    private Component remove(DataStore store) {
        Button remove = new Button(Icons.of("trash"));
        remove.addThemeName("tertiary");
        remove.setEnabled(may);
        remove.setAriaLabel(getTranslation("ui.data.delete.of", store.name()));
        remove.addClickListener(_ -> {
            ConfirmDialog sure = new ConfirmDialog(
                    getTranslation("ui.data.delete.title", store.name()),
                    getTranslation("ui.data.delete.text"),
                    getTranslation("ui.delete"),
                    _ -> {
                        stores.delete(store.id());
                        load();
                    });
            sure.setCancelable(true);
            sure.setCancelText(getTranslation("ui.cancel"));
            sure.open();
        });
        return remove;
    }

    private void create() {
        Dialog dialog = new Dialog(getTranslation("ui.data.add"));
        TextField name = new TextField(getTranslation("ui.data.name"));
        name.setMaxLength(DataStores.MAX_NAME);
        name.setWidthFull();
        dialog.add(name);
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
        dialog.getFooter().add(new Button(getTranslation("ui.cancel"), _ -> dialog.close()), keep);
        dialog.setWidth("420px");
        dialog.open();
        name.focus();
    }
}
