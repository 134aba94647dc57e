package dev.tutti.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.tutti.connection.Connection;
import dev.tutti.connection.ConnectionType;
import dev.tutti.connection.ConnectionUses;
import dev.tutti.connection.Connections;
import dev.tutti.connection.Trial;
import dev.tutti.connection.Trials;
import dev.tutti.workspace.Action;
import dev.tutti.workspace.CurrentUser;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The credentials that scenarios use. What is secret is never shown again. */
@Route("connections")
@PermitAll
class ConnectionsView extends Div implements HasDynamicTitle {

    /** How a visit to an authorization server can have ended. */
    private static final Set<String> OAUTH = Set.of("done", "unknown", "refused", "unreachable");

    private final Connections connections;
    private final Trials trials;
    private final Listing<Connection> list = new Listing<>(getTranslation("ui.nav.connections"));
    private final Emptiness empty = new Emptiness("link");
    private final boolean may;

    ConnectionsView(Connections connections, Trials trials, CurrentUser current) {
        this.connections = connections;
        this.trials = trials;
        this.may = current.may(Action.CONNECTION_EDIT);
        addClassNames("page", "list-page");
        Button add = new Button(getTranslation("ui.connections.add"), Icons.of("plus"));
        add.addThemeName("primary");
        add.setVisible(may);
        add.addClickListener(_ -> edit(Optional.empty()));
        list.wide(getTranslation("ui.connections.name"), 2, ConnectionsView::name);
        list.narrow(getTranslation("ui.connections.type"), 160, connection -> new Span(type(connection)));
        list.wide(getTranslation("ui.connections.account"), 2, ConnectionsView::account);
        list.narrow(getTranslation("ui.connections.status"), 136, this::status);
        list.wide(getTranslation("ui.connections.uses"), 2, this::uses);
        list.actions(200, this::actions);
        if (may) {
            list.opens(connection -> edit(Optional.of(connection)));
        }
        empty.say(getTranslation("ui.connections.empty"));
        add(new PageHeader(getTranslation("ui.nav.connections"), add), list, empty);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        load();
        event.getUI()
                .getActiveViewLocation()
                .getQueryParameters()
                .getSingleParameter("oauth")
                .filter(OAUTH::contains)
                .ifPresent(how -> Toast.show(getTranslation("connection.oauth." + how)));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.nav.connections") + " · Tutti";
    }

    private void load() {
        List<Connection> all = connections.all();
        list.setItems(all);
        list.setVisible(!all.isEmpty());
        empty.setVisible(all.isEmpty());
    }

    private static Component name(Connection connection) {
        String icon = switch (connection.type()) {
            case API_KEY -> "key-round";
            case BASIC -> "user";
            case BEARER -> "lock";
            case OAUTH2 -> "lock";
            case KEY -> "key-round";
            case SMTP -> "mail";
            case IMAP -> "inbox";
            case DATABASE -> "database";
            case FILE_SERVER -> "server";
        };
        Span name = new Span(connection.name());
        name.addClassNames("strong", "cut");
        Div both = new Div(Discs.disc(icon, "#465350"), name);
        both.addClassName("one-line");
        return both;
    }

    private String type(Connection connection) {
        return getTranslation("ui.connections.type." + connection.type().code());
    }

    /** Whose it is, in what may be seen of it. */
    private static Component account(Connection connection) {
        List<String> telling =
                connection.type() == ConnectionType.API_KEY ? List.of("name") : List.of("user", "host", "from");
        Span account = new Span(telling.stream()
                .flatMap(key -> Stream.ofNullable(connection.shown().get(key)))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · ")));
        account.addClassName("cut");
        account.setTitle(account.getText());
        return account;
    }

    private Component status(Connection connection) {
        String word = connection.status().name().toLowerCase(Locale.ROOT);
        Span badge = new Span(getTranslation("ui.connections.status." + word));
        badge.addClassNames("badge", word);
        connection.checkedAt().ifPresent(at -> badge.setTitle(Times.full(at)));
        return badge;
    }

    private Component uses(Connection connection) {
        List<ConnectionUses.Use> uses = connections.uses(connection.id());
        Div all = new Div();
        all.addClassNames("cut", "uses");
        if (uses.isEmpty()) {
            Span nobody = new Span(getTranslation("ui.connections.unused"));
            nobody.addClassName("quiet");
            all.add(nobody);
        }
        for (ConnectionUses.Use use : uses) {
            all.add(new Anchor("scenarios/" + use.id(), use.name()));
        }
        return all;
    }

    /** Leaves for the other side, which sends people back to this page. */
    private void signIn(Connection connection) {
        getUI().ifPresent(ui -> ui.getPage().setLocation("oauth/start/" + connection.id()));
    }

    private Component actions(Connection connection) {
        Button test = new Button(getTranslation("ui.connections.test"), _ -> test(connection));
        test.addThemeName("tertiary");
        test.setAriaLabel(getTranslation("ui.connections.test.of", connection.name()));
        Button edit = Buttons.icon(
                "pencil",
                getTranslation("ui.connections.edit.of", connection.name()),
                () -> edit(Optional.of(connection)));
        Button remove = Buttons.icon(
                "trash", getTranslation("ui.connections.delete.of", connection.name()), () -> remove(connection));
        Div all = new Div(test, edit, remove);
        if ("authorization_code".equals(connection.shown().get("grant"))) {
            String label = getTranslation("ui.connections.signIn.of", connection.name());
            all.addComponentAsFirst(Buttons.icon("external-link", label, () -> signIn(connection)));
        }
        all.addClassName("line-actions");
        all.setVisible(may);
        return all;
    }

    private void edit(Optional<Connection> old) {
        new ConnectionDialog(connections, old, this::load).open();
    }

    /** A server to sign in to can be tried as it is; the others need an address to call. */
    private void test(Connection connection) {
        if (Trials.withoutAddress(connection.type())) {
            trials.run(connection.id(), Optional.empty(), getLocale()).ifPresent(this::tested);
        } else {
            new TrialDialog(url -> trials.run(connection.id(), Optional.of(url), getLocale()), this::load).open();
        }
    }

    private void tested(Trial trial) {
        Toast.show(trial.message());
        load();
    }

    private void remove(Connection connection) {
        List<ConnectionUses.Use> uses = connections.uses(connection.id());
        if (!uses.isEmpty()) {
            inUse(uses);
            return;
        }
        Buttons.confirm(
                getTranslation("ui.connections.delete.title", connection.name()),
                getTranslation("ui.connections.delete.text"),
                getTranslation("ui.delete"),
                getTranslation("ui.cancel"),
                () -> {
                    switch (connections.delete(connection.id())) {
                        case Connections.Deletion.Deleted _, Connections.Deletion.Unknown _ -> load();
                        case Connections.Deletion.InUse(List<ConnectionUses.Use> since) -> inUse(since);
                    }
                });
    }

    private void inUse(List<ConnectionUses.Use> uses) {
        String names = uses.stream().map(ConnectionUses.Use::name).collect(Collectors.joining(", "));
        Toast.show(getTranslation("ui.connections.used", names));
    }
}
