package dev.tutti.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.tutti.connection.Connection;
import dev.tutti.connection.ConnectionUses;
import dev.tutti.connection.Connections;
import dev.tutti.connection.Trials;
import dev.tutti.workspace.Action;
import dev.tutti.workspace.CurrentUser;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The credentials that scenarios use. What is secret is never shown again. */
@Route("connections")
@PermitAll
class ConnectionsView extends Div implements HasDynamicTitle {

    private final Connections connections;
    private final Trials trials;
    private final Grid<Connection> grid = new Grid<>();
    private final Paragraph empty = new Paragraph();
    private final boolean may;

    ConnectionsView(Connections connections, Trials trials, CurrentUser current) {
        this.connections = connections;
        this.trials = trials;
        this.may = current.may(Action.CONNECTION_EDIT);
        addClassName("page");
        Button add = new Button(getTranslation("ui.connections.add"));
        add.addThemeName("primary");
        add.setEnabled(may);
        add.addClickListener(_ -> new ConnectionDialog(connections, Optional.empty(), this::load).open());
        grid.addClassName("list");
        grid.setAllRowsVisible(true);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addColumn(Connection::name)
                .setHeader(getTranslation("ui.connections.name"))
                .setFlexGrow(2);
        grid.addColumn(connection -> getTranslation(
                        "ui.connections.type." + connection.type().code()))
                .setHeader(getTranslation("ui.connections.type"))
                .setAutoWidth(true);
        grid.addColumn(ConnectionsView::account)
                .setHeader(getTranslation("ui.connections.account"))
                .setFlexGrow(2);
        grid.addComponentColumn(this::status)
                .setHeader(getTranslation("ui.connections.status"))
                .setAutoWidth(true);
        grid.addColumn(this::uses)
                .setHeader(getTranslation("ui.connections.uses"))
                .setFlexGrow(2);
        grid.addComponentColumn(this::actions).setHeader("").setAutoWidth(true);
        empty.setText(getTranslation("ui.connections.empty"));
        empty.addClassName("empty");
        add(new PageHeader(getTranslation("ui.nav.connections"), add), grid, empty);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        load();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.nav.connections") + " · Tutti";
    }

    private void load() {
        List<Connection> all = connections.all();
        grid.setItems(all);
        grid.setVisible(!all.isEmpty());
        empty.setVisible(all.isEmpty());
    }

    private static String account(Connection connection) {
        return connection.shown().values().stream()
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private Component status(Connection connection) {
        String word = connection.status().name().toLowerCase(Locale.ROOT);
        Span badge = new Span(getTranslation("ui.connections.status." + word));
        badge.addClassNames("badge", word);
        return badge;
    }

    private String uses(Connection connection) {
        List<ConnectionUses.Use> uses = connections.uses(connection.id());
        return uses.isEmpty()
                ? "–"
                : uses.stream().map(ConnectionUses.Use::name).collect(Collectors.joining(", "));
    }

    private Component actions(Connection connection) {
        Button test = new Button(getTranslation("ui.connections.test"), _ -> test(connection));
        Button edit = new Button(
                Icons.of("pencil"), _ -> new ConnectionDialog(connections, Optional.of(connection), this::load).open());
        edit.setAriaLabel(getTranslation("ui.connections.edit.of", connection.name()));
        Button remove = new Button(Icons.of("trash"), _ -> remove(connection));
        remove.setAriaLabel(getTranslation("ui.connections.delete.of", connection.name()));
        Div all = new Div();
        if (connection.type() == dev.tutti.connection.ConnectionType.SMTP) {
            all.add(test);
        }
        all.add(edit, remove);
        all.addClassName("one-line");
        List.of(test, edit, remove).forEach(button -> {
            button.addThemeName("tertiary");
            button.setEnabled(may);
        });
        return all;
    }

    private void test(Connection connection) {
        trials.run(connection.id(), Optional.empty(), getLocale())
                .ifPresent(trial -> Notification.show(trial.message()));
        load();
    }

    private void remove(Connection connection) {
        switch (connections.delete(connection.id())) {
            case Connections.Deletion.Deleted _, Connections.Deletion.Unknown _ -> load();
            case Connections.Deletion.InUse(List<ConnectionUses.Use> uses) -> {
                String names = uses.stream().map(ConnectionUses.Use::name).collect(Collectors.joining(", "));
                Notification.show(getTranslation("ui.connections.used", names));
            }
        }
    }
}
