package dev.tutti.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.tutti.datastore.StoredStructure;
import dev.tutti.datastore.Structures;
import dev.tutti.value.StructureField;
import dev.tutti.workspace.Action;
import dev.tutti.workspace.CurrentUser;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.stream.Collectors;

/** What records look like, by name, for data stores and modules. */
@Route("structures")
@PermitAll
class StructuresView extends Div implements HasDynamicTitle {

    private final Structures structures;
    private final Listing<StoredStructure> list = new Listing<>(getTranslation("ui.nav.structures"));
    private final Emptiness empty = new Emptiness("brackets");
    private final boolean may;

    StructuresView(Structures structures, CurrentUser current) {
        this.structures = structures;
        this.may = current.may(Action.DATASTORE_EDIT);
        addClassNames("page", "list-page");
        Anchor add = new Anchor("structures/new", Icons.of("plus"), new Span(getTranslation("ui.structures.add")));
        add.addClassName("button-ink");
        add.setVisible(may);
        list.wide(getTranslation("ui.structures.name"), 1, StructuresView::name);
        list.wide(getTranslation("ui.structures.fields"), 2, StructuresView::fields);
        list.narrow(
                getTranslation("ui.structures.strict"),
                128,
                each -> new Span(getTranslation(
                        "ui.structures.strict." + each.structure().strict())));
        list.figures(getTranslation("ui.structures.uses"), 128, StoredStructure::stores);
        list.narrow(getTranslation("ui.structures.changed"), 172, each -> Times.moment(each.changedAt()));
        list.actions(64, this::actions);
        list.opens(each -> getUI().ifPresent(ui -> ui.navigate("structures/" + each.id())));
        empty.say(getTranslation("ui.structures.empty"));
        add(new PageHeader(getTranslation("ui.nav.structures"), add), list, empty);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        load();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.nav.structures") + " · Tutti";
    }

    private void load() {
        List<StoredStructure> all = structures.all();
        list.setItems(all);
        list.setVisible(!all.isEmpty());
        empty.setVisible(all.isEmpty());
    }

    private static Component name(StoredStructure structure) {
        Anchor link = new Anchor("structures/" + structure.id(), structure.name());
        link.addClassNames("strong", "cut");
        return link;
    }

    private static Component fields(StoredStructure structure) {
        Span names = new Span(structure.structure().fields().stream()
                .map(StructureField::name)
                .collect(Collectors.joining(", ")));
        names.addClassName("cut");
        names.setTitle(names.getText());
        return names;
    }

    private Component actions(StoredStructure structure) {
        Button remove = Buttons.icon(
                "trash",
                getTranslation("ui.structures.delete.of", structure.name()),
                () -> Buttons.confirm(
                        getTranslation("ui.structures.delete.title", structure.name()),
                        getTranslation("ui.structures.delete.text"),
                        getTranslation("ui.delete"),
                        getTranslation("ui.cancel"),
                        () -> remove(structure)));
        Div all = new Div(remove);
        all.addClassName("line-actions");
        all.setVisible(may);
        return all;
    }

    private void remove(StoredStructure structure) {
        if (structures.delete(structure.id()) == Structures.Deletion.IN_USE) {
            Toast.show(getTranslation("ui.structures.used", structure.stores()));
        }
        load();
    }
}
