package dev.tutti.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import dev.tutti.run.Incomplete;
import dev.tutti.run.IncompleteId;
import dev.tutti.run.IncompletePage;
import dev.tutti.run.IncompleteQuery;
import dev.tutti.run.Incompletes;
import dev.tutti.scenario.Scenarios;
import dev.tutti.workspace.Action;
import dev.tutti.workspace.CurrentUser;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What failed and can go on: one line each, to be tried again or given up, alone or many at once. */
@Route("inbox/incomplete")
@RouteAlias("inbox")
@PermitAll
class InboxView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int PAGE = 100;

    private final Incompletes incompletes;
    private final ModuleNames names;
    private final boolean may;
    private final InboxFilters filters;
    private final Listing<Incomplete> list = new Listing<>(getTranslation("ui.nav.inbox"));
    private final Div bulk = new Div();
    private final Button more = new Button();
    private final Emptiness empty = new Emptiness("inbox");
    private final List<Incomplete> shown = new ArrayList<>();
    private Optional<IncompleteId> next = Optional.empty();

    InboxView(Incompletes incompletes, Scenarios scenarios, ModuleNames names, CurrentUser current) {
        this.incompletes = incompletes;
        this.names = names;
        this.may = current.may(Action.RUN_START);
        this.filters = new InboxFilters(scenarios, this::filtered);
        addClassNames("page", "list-page", "tall-lines");
        columns();
        bulk.addClassNames("filters", "bulk");
        bulk.setVisible(false);
        more.setText(getTranslation("ui.more"));
        more.addClassName("more");
        more.addClickListener(_ -> load(false));
        Button all = new Button(getTranslation("ui.inbox.retry.all"), Icons.of("rotate-ccw"));
        all.setVisible(may);
        all.addClickListener(_ -> retryAll());
        add(new PageHeader(getTranslation("ui.nav.inbox"), all), filters, bulk, list, more, empty);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        filters.read(event.getLocation().getQueryParameters());
        load(true);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.nav.inbox") + " · Tutti";
    }

    private void columns() {
        if (may) {
            list.setSelectionMode(Grid.SelectionMode.MULTI);
            list.addSelectionListener(change -> chosen(change.getAllSelectedItems()));
        }
        list.narrow(getTranslation("ui.runs.status"), 150, item -> new IncompleteBadge(item.state()));
        list.wide(getTranslation("ui.runs.scenario"), 2, this::scenario);
        list.wide(getTranslation("ui.runs.error"), 4, this::error);
        list.narrow(getTranslation("ui.inbox.attempts"), 104, item -> new Span(attempts(item)));
        list.narrow(getTranslation("ui.inbox.next"), 148, InboxView::next);
        list.narrow(getTranslation("ui.inbox.since"), 148, item -> Times.moment(item.createdAt()));
        list.opens(item -> getUI().ifPresent(ui -> ui.navigate("inbox/incomplete/" + item.id())));
    }

    private Component scenario(Incomplete item) {
        Anchor link = new Anchor("inbox/incomplete/" + item.id(), item.scenarioName());
        link.addClassNames("strong", "cut");
        link.setTitle(item.scenarioName());
        Span kind = new Span(getTranslation("ui.inbox.kind." + item.kind().word()));
        kind.addClassName("quiet");
        Div both = new Div(link, kind);
        both.addClassName("two-lines");
        return both;
    }

    private Component error(Incomplete item) {
        Span module = new Span(names.numbered(item.version(), item.module(), getLocale()));
        module.addClassNames("strong", "cut");
        Span message = new Span(item.error().message(getLocale()));
        message.addClassNames("quiet", "cut");
        Div both = new Div(module, message);
        both.addClassName("two-lines");
        both.setTitle(item.error().message(getLocale()));
        return both;
    }

    private String attempts(Incomplete item) {
        return item.maxAttempts() == 0
                ? String.valueOf(item.attempts())
                : getTranslation("ui.inbox.attempts.of", item.attempts(), item.maxAttempts());
    }

    private static Component next(Incomplete item) {
        return item.nextTryAt().<Component>map(Times::moment).orElseGet(Span::new);
    }

    private void filtered() {
        getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(null, filters.location()));
        load(true);
    }

    private void load(boolean fresh) {
        if (fresh) {
            shown.clear();
            next = Optional.empty();
        }
        IncompletePage page = incompletes.list(new IncompleteQuery(filters.scenario(), filters.states(), next, PAGE));
        shown.addAll(page.items());
        next = page.next();
        list.setItems(List.copyOf(shown));
        list.setVisible(!shown.isEmpty());
        more.setVisible(next.isPresent());
        empty.setVisible(shown.isEmpty());
        empty.say(getTranslation(filters.any() ? "ui.inbox.none" : "ui.inbox.empty"));
        chosen(Set.of());
    }

    /** The lines that are chosen can be treated together; the bar takes the place of the filters meanwhile. */
    private void chosen(Set<Incomplete> items) {
        filters.setVisible(items.isEmpty());
        bulk.setVisible(!items.isEmpty());
        bulk.removeAll();
        if (items.isEmpty()) {
            return;
        }
        List<IncompleteId> ids = items.stream().map(Incomplete::id).toList();
        Incompletes.Selection which = new Incompletes.Selection(ids, Optional.empty(), Set.of());
        Span count = new Span(getTranslation("ui.inbox.chosen", ids.size()));
        count.addClassName("strong");
        Button retry = new Button(getTranslation("ui.inbox.retry"), Icons.of("rotate-ccw"), _ -> retry(which));
        retry.addThemeName("primary");
        Button drop = new Button(
                getTranslation("ui.inbox.drop"),
                Icons.of("ban"),
                _ -> Buttons.confirm(
                        getTranslation("ui.inbox.drop.title", ids.size()),
                        getTranslation("ui.inbox.drop.text"),
                        getTranslation("ui.inbox.drop"),
                        getTranslation("ui.cancel"),
                        () -> {
                            Toast.show(getTranslation("ui.inbox.dropped", incompletes.drop(which)));
                            load(true);
                        }));
        bulk.add(count, retry, drop, new Button(getTranslation("ui.cancel"), _ -> list.deselectAll()));
    }

    private void retry(Incompletes.Selection which) {
        Toast.show(getTranslation("ui.inbox.retried", incompletes.retry(which)));
        load(true);
    }

    private void retryAll() {
        Incompletes.Selection which = new Incompletes.Selection(
                List.of(), filters.scenario(), Set.of(Incomplete.State.UNRESOLVED, Incomplete.State.SCHEDULED));
        Buttons.confirm(
                getTranslation("ui.inbox.retry.all.title"),
                getTranslation("ui.inbox.retry.all.text"),
                getTranslation("ui.inbox.retry.all"),
                getTranslation("ui.cancel"),
                () -> retry(which));
    }
}
