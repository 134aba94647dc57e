package dev.tutti.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HighlightConditions;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.tutti.run.Incompletes;
import dev.tutti.workspace.Action;
import dev.tutti.workspace.CurrentUser;
import dev.tutti.workspace.Users;
import jakarta.annotation.security.PermitAll;

/** Navigation on the left and the page beside it; in the editor the navigation is a narrow rail. */
@Layout
@PermitAll
class Shell extends Div implements RouterLayout, AfterNavigationObserver {

    private static final int MOST = 999;

    private final Main content = new Main();
    private final Incompletes incompletes;
    private final Span waiting = new Span();

    Shell(CurrentUser current, Users users, AuthenticationContext authentication, Incompletes incompletes) {
        this.incompletes = incompletes;
        addClassName("shell");
        Nav nav = new Nav();
        nav.addClassName("shell-nav");
        nav.getElement().setAttribute("aria-label", getTranslation("ui.nav"));
        RouterLink home = new RouterLink();
        home.setRoute(HomeView.class);
        home.addClassName("shell-logo");
        home.add(Icons.of("tutti"), new Span("Tutti"));
        nav.add(home);
        if (current.may(Action.SCENARIO_EDIT)) {
            nav.add(newScenario());
        }
        nav.add(
                entry(HomeView.class, "house", "ui.nav.home"),
                entry(ScenariosView.class, "share-2", "ui.nav.scenarios"),
                entry(RunsView.class, "refresh-cw", "ui.nav.runs"),
                inbox(),
                heading("ui.nav.resources"),
                entry(ConnectionsView.class, "link", "ui.nav.connections"),
                entry(WebhooksView.class, "webhook", "ui.nav.webhooks"),
                entry(DataStoresView.class, "database", "ui.nav.datastores"),
                entry(StructuresView.class, "brackets", "ui.nav.structures"),
                entry(VariablesView.class, "variable", "ui.nav.variables"),
                heading("ui.nav.administration"));
        if (current.may(Action.SETTINGS_EDIT)) {
            nav.add(entry(SettingsView.class, "settings", "ui.nav.settings"));
        }
        nav.add(entry(TokensView.class, "key-round", "ui.nav.api"));
        Div foot = new Div(new PersonMenu(current.get(), users, authentication));
        foot.addClassName("shell-foot");
        nav.add(foot);
        content.setId("content");
        content.getElement().setAttribute("tabindex", "-1");
        Anchor skip = new Anchor("#content", getTranslation("ui.skip"));
        skip.addClassName("skip-link");
        skip.getElement().setAttribute("router-ignore", true);
        // The address alone would lead to the root page, which every relative address here starts from.
        skip.getElement().executeJs("""
                this.addEventListener('click', event => {
                  event.preventDefault();
                  document.getElementById('content').focus();
                })""");
        add(skip, nav, content);
    }

    @Override
    public void showRouterLayoutContent(HasElement view) {
        content.getElement().removeAllChildren();
        content.getElement().appendChild(view.getElement());
    }

    @Override
    public void removeRouterLayoutContent(HasElement view) {
        content.getElement().removeAllChildren();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        boolean editing = event.getActiveChain().getFirst() instanceof EditorPage page && page.isCanvas();
        setClassName("editor-page", editing);
        count();
    }

    /** How many incomplete runs want something. */
    private void count() {
        int open =
                incompletes.open().values().stream().mapToInt(Integer::intValue).sum();
        waiting.setText(open > MOST ? MOST + "+" : String.valueOf(open));
        waiting.setVisible(open > 0);
        waiting.getElement().setAttribute("aria-label", getTranslation("ui.nav.inbox.count", open));
    }

    private Component inbox() {
        RouterLink link = entry(InboxView.class, "inbox", "ui.nav.inbox");
        waiting.addClassName("shell-count");
        waiting.getElement().setAttribute("role", "status");
        link.add(waiting);
        return link;
    }

    private Component newScenario() {
        Anchor link = new Anchor("scenarios/new", Icons.of("plus"), new Span(getTranslation("ui.scenario.new")));
        link.addClassName("shell-new");
        link.setTitle(getTranslation("ui.scenario.new"));
        return link;
    }

    private RouterLink entry(Class<? extends Component> view, String icon, String key) {
        RouterLink link = new RouterLink();
        link.setRoute(view);
        link.add(Icons.of(icon), new Span(getTranslation(key)));
        link.getElement().setAttribute("title", getTranslation(key));
        link.addClassName("shell-entry");
        link.setHighlightCondition(
                view == HomeView.class ? HighlightConditions.sameLocation() : HighlightConditions.locationPrefix());
        link.setHighlightAction((entry, here) -> {
            entry.setClassName("here", here);
            if (here) {
                entry.getElement().setAttribute("aria-current", "page");
            } else {
                entry.getElement().removeAttribute("aria-current");
            }
        });
        return link;
    }

    private Component heading(String key) {
        H2 heading = new H2(getTranslation(key));
        heading.addClassName("shell-heading");
        return heading;
    }
}
