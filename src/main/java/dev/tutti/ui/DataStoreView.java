package dev.tutti.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.tutti.datastore.DataStore;
import dev.tutti.datastore.DataStoreId;
import dev.tutti.datastore.DataStores;
import dev.tutti.datastore.RecordPage;
import dev.tutti.datastore.StoredRecord;
import dev.tutti.datastore.StoredStructure;
import dev.tutti.datastore.Structures;
import dev.tutti.value.Json;
import dev.tutti.workspace.Action;
import dev.tutti.workspace.CurrentUser;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The records of one data store. */
@Route("data/:store([0-9]{1,19})")
@PermitAll
class DataStoreView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int MOST_SHOWN = 300;

    private final DataStores stores;
    private final Structures structures;
    private final boolean may;
    private final Listing<StoredRecord> list = new Listing<>(getTranslation("ui.data.records"));
    private final TextField search = new SearchField(getTranslation("ui.data.search"), _ -> load(true));
    private final Button more = new Button();
    private final Emptiness empty = new Emptiness("database");
    private final List<StoredRecord> shown = new ArrayList<>();
    private Optional<DataStore> store = Optional.empty();
    private Optional<String> cursor = Optional.empty();

    DataStoreView(DataStores stores, Structures structures, CurrentUser current) {
        this.stores = stores;
        this.structures = structures;
        this.may = current.may(Action.DATASTORE_EDIT);
        addClassNames("page", "list-page");
        list.wide(getTranslation("ui.data.key"), 1, DataStoreView::key);
        list.wide(getTranslation("ui.data.content"), 4, DataStoreView::content);
        list.narrow(getTranslation("ui.data.changed"), 172, record -> Times.moment(record.changedAt()));
        list.actions(96, this::actions);
        if (may) {
            list.opens(record -> edit(Optional.of(record)));
        }
        more.setText(getTranslation("ui.more"));
        more.addClassName("more");
        more.addClickListener(_ -> load(false));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        store = Numbers.in(event.getRouteParameters(), "store")
                .map(DataStoreId::new)
                .flatMap(stores::find);
        removeAll();
        if (store.isEmpty()) {
            add(new Nowhere("ui.data.unknown", DataStoresView.class, "ui.data.unknown.go"));
            return;
        }
        Button add = new Button(getTranslation("ui.data.record.add"), Icons.of("plus"));
        add.addThemeName("primary");
        add.setVisible(may);
        add.addClickListener(_ -> edit(Optional.empty()));
        Div filters = new Div(search, structure());
        filters.addClassName("filters");
        PageHeader header = new PageHeader(store.get().name(), add);
        header.below(DataStoresView.class, getTranslation("ui.nav.datastores"));
        add(header, filters, list, more, empty);
        load(true);
    }

    @Override
    public String getPageTitle() {
        return store.map(known -> known.name() + " · Tutti").orElse("Tutti");
    }

    /** What its records have to look like; those that are there stay as they are. */
    private Component structure() {
        Select<StoredStructure> choice = new Select<>();
        choice.setAriaLabel(getTranslation("ui.data.structure"));
        choice.setPlaceholder(getTranslation("ui.data.structure.none"));
        choice.setEmptySelectionAllowed(true);
        choice.setEmptySelectionCaption(getTranslation("ui.data.structure.none"));
        List<StoredStructure> all = structures.all();
        choice.setItems(all);
        choice.setItemLabelGenerator(each -> each == null ? getTranslation("ui.data.structure.none") : each.name());
        choice.setReadOnly(!may);
        DataStore own = store.orElseThrow();
        own.structure()
                .flatMap(id -> all.stream().filter(each -> each.id().equals(id)).findFirst())
                .ifPresent(choice::setValue);
        choice.addValueChangeListener(change -> {
            stores.structure(own.id(), Optional.ofNullable(change.getValue()).map(StoredStructure::id));
            Toast.show(getTranslation("ui.saved"));
        });
        return choice;
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
        list.setItems(List.copyOf(shown));
        list.setVisible(!shown.isEmpty());
        more.setVisible(cursor.isPresent());
        empty.setVisible(shown.isEmpty());
        empty.say(getTranslation(search.isEmpty() ? "ui.data.records.empty" : "ui.data.records.none"));
    }

    private static Component key(StoredRecord record) {
        Span key = new Span(record.key());
        key.addClassNames("strong", "cut");
        key.setTitle(record.key());
        return key;
    }

    private static Component content(StoredRecord record) {
        String json = Json.write(record.data());
        Code text = new Code(json.length() > MOST_SHOWN ? json.substring(0, MOST_SHOWN) + "…" : json);
        text.addClassName("cut");
        return text;
    }

    private Component actions(StoredRecord record) {
        Button edit = Buttons.icon(
                "pencil", getTranslation("ui.data.record.edit.of", record.key()), () -> edit(Optional.of(record)));
        Button remove = Buttons.icon(
                "trash",
                getTranslation("ui.data.record.delete.of", record.key()),
                () -> Buttons.confirm(
                        getTranslation("ui.data.record.delete.title", record.key()),
                        getTranslation("ui.data.delete.text"),
                        getTranslation("ui.delete"),
                        getTranslation("ui.cancel"),
                        () -> {
                            stores.delete(store.orElseThrow().id(), record.key(), Optional.empty());
                            load(true);
                        }));
        Div both = new Div(edit, remove);
        both.addClassName("line-actions");
        both.setVisible(may);
        return both;
    }

    private void edit(Optional<StoredRecord> record) {
        new RecordDialog(stores, store.orElseThrow().id(), record, () -> load(true)).open();
    }
}
