package dev.tutti.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.tutti.datastore.DataStore;
import dev.tutti.datastore.DataStoreId;
import dev.tutti.datastore.DataStores;
import dev.tutti.datastore.RecordPage;
import dev.tutti.datastore.StoredRecord;
import dev.tutti.value.Json;
import dev.tutti.workspace.Action;
import dev.tutti.workspace.CurrentUser;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The records of one data store. */
@Route("data/:store([0-9]{1,18})")
@PermitAll
class DataStoreView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final DataStores stores;
    private final boolean may;
    private final Grid<StoredRecord> grid = new Grid<>();
    private final TextField search = new TextField();
    private final Button more = new Button();
    private final Paragraph empty = new Paragraph();
    private final List<StoredRecord> shown = new ArrayList<>();
    private Optional<DataStore> store = Optional.empty();
    private Optional<String> cursor = Optional.empty();

    DataStoreView(DataStores stores, CurrentUser current) {
        this.stores = stores;
        this.may = current.may(Action.DATASTORE_EDIT);
        addClassName("page");
        search.setPlaceholder(getTranslation("ui.data.search"));
        search.setAriaLabel(getTranslation("ui.data.search"));
        search.setPrefixComponent(Icons.of("search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(_ -> load(true));
        grid.addClassName("list");
        grid.setAllRowsVisible(true);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addColumn(StoredRecord::key).setHeader(getTranslation("ui.data.key")).setFlexGrow(1);
        grid.addComponentColumn(DataStoreView::content).setHeader(getTranslation("ui.data.content")).setFlexGrow(4);
        grid.addColumn(record -> Times.full(record.changedAt(), getLocale())).setHeader(getTranslation("ui.data.changed")).setAutoWidth(true);
        grid.addComponentColumn(this::actions).setHeader("").setAutoWidth(true);
        more.setText(getTranslation("ui.more"));
        more.addClickListener(_ -> load(false));
        empty.addClassName("empty");
        empty.setText(getTranslation("ui.data.records.empty"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        store = event.getRouteParameters()
                .get("store")
                .map(id -> new DataStoreId(Long.parseLong(id)))
                .flatMap(stores::find);
        removeAll();
        if (store.isEmpty()) {
            add(new Nowhere("ui.data.unknown", DataStoresView.class, "ui.data.unknown.go"));
            return;
        }
        Button add = new Button(getTranslation("ui.data.record.add"), _ -> edit(Optional.empty()));
        add.addThemeName("primary");
        add.setEnabled(may);
        Div filters = new Div(search);
        filters.addClassName("filters");
        add(new PageHeader(store.get().name(), add), filters, grid, more, empty);
        load(true);
    }

    @Override
    public String getPageTitle() {
        return store.map(DataStore::name).orElse("") + " · Tutti";
    }

    private void load(boolean fresh) {
        DataStore own = store.orElseThrow();
        if (fresh) {
            shown.clear();
            cursor = Optional.empty();
        }
        RecordPage page = stores.page(own.id(), search.getValue(), cursor, 50);
        shown.addAll(page.items());
        cursor = page.next();
        grid.setItems(List.copyOf(shown));
        grid.setVisible(!shown.isEmpty());
        more.setVisible(cursor.isPresent());
        empty.setVisible(shown.isEmpty());
    }

    private static Component content(StoredRecord record) {
        String json = Json.write(record.data());
        Code text = new Code(json.length() > 300 ? json.substring(0, 300) + "…" : json);
        text.addClassName("cut");
        return text;
    }

    private Component actions(StoredRecord record) {
        Button edit = new Button(Icons.of("pencil"), _ -> edit(Optional.of(record)));
        edit.setAriaLabel(getTranslation("ui.data.record.edit.of", record.key()));
        Button remove = new Button(Icons.of("trash"), _ -> {
            stores.delete(store.orElseThrow().id(), record.key(), Optional.empty());
            load(true);
        });
        remove.setAriaLabel(getTranslation("ui.data.record.delete.of", record.key()));
        List.of(edit, remove).forEach(button -> {
            button.addThemeName("tertiary");
            button.setEnabled(may);
        });
        Div both = new Div(edit, remove);
        both.addClassName("one-line");
        return both;
    }

    private void edit(Optional<StoredRecord> record) {
        new RecordDialog(stores, store.orElseThrow().id(), record, () -> load(true)).open();
    }
}
