package dev.tutti.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import dev.tutti.datastore.StoredStructure;
import dev.tutti.datastore.StructureId;
import dev.tutti.datastore.Structures;
import dev.tutti.value.Structure;
import dev.tutti.workspace.Action;
import dev.tutti.workspace.CurrentUser;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;

/** One data structure, or a new one. */
@Route("structures/:structure([0-9]{1,19})")
@RouteAlias("structures/new")
@PermitAll
class StructureView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Structures structures;
    private final boolean may;
    private final TextField name = new TextField();
    private Optional<StoredStructure> old = Optional.empty();
    private StructureEditor editor = new StructureEditor(Structure.EMPTY);

    StructureView(Structures structures, CurrentUser current) {
        this.structures = structures;
        this.may = current.may(Action.DATASTORE_EDIT);
        addClassName("page");
        name.setLabel(getTranslation("ui.structures.name"));
        name.setMaxLength(Structures.MAX_NAME);
        name.setWidth("320px");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        boolean fresh = event.getRouteParameters().get("structure").isEmpty();
        old = Numbers.in(event.getRouteParameters(), "structure")
                .map(StructureId::new)
                .flatMap(structures::find);
        if (old.isEmpty() && !fresh) {
            add(new Nowhere("ui.structures.unknown", StructuresView.class, "ui.structures.unknown.go"));
            return;
        }
        name.setValue(old.map(StoredStructure::name).orElse(""));
        editor = new StructureEditor(old.map(StoredStructure::structure).orElse(Structure.EMPTY));
        Button keep = new Button(getTranslation("ui.save"), _ -> store());
        keep.addThemeName("primary");
        keep.setVisible(may);
        PageHeader header =
                new PageHeader(old.map(StoredStructure::name).orElse(getTranslation("ui.structures.add")), keep);
        header.below(StructuresView.class, getTranslation("ui.nav.structures"));
        Div form = new Div(name, editor);
        form.addClassName("dialog-form");
        add(header, form);
    }

    @Override
    public String getPageTitle() {
        return old.map(StoredStructure::name).orElse(getTranslation("ui.structures.add")) + " · Tutti";
    }

    private void store() {
        name.setInvalid(false);
        if (name.getValue().isBlank()) {
            name.setErrorMessage(getTranslation("ui.structures.name.required", Structures.MAX_NAME));
            name.setInvalid(true);
            return;
        }
        editor.read().ifPresent(structure -> {
            if (old.isPresent()) {
                structures.change(old.get().id(), name.getValue(), structure);
            } else {
                structures.create(name.getValue(), structure);
            }
            Toast.show(getTranslation("ui.saved"));
            getUI().ifPresent(ui -> ui.navigate(StructuresView.class));
        });
    }
}
