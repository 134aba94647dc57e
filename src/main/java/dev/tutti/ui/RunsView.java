package dev.tutti.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import dev.tutti.run.Cause;
import dev.tutti.run.Run;
import dev.tutti.run.RunError;
import dev.tutti.run.RunId;
import dev.tutti.run.RunPage;
import dev.tutti.run.RunSearch;
import dev.tutti.run.Runs;
import dev.tutti.scenario.Author;
import dev.tutti.scenario.Scenarios;
import dev.tutti.trigger.CheckRuns;
import dev.tutti.workspace.Action;
import dev.tutti.workspace.CurrentUser;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The runs of all scenarios or of one, newest first. New ones appear within a second; while somebody points at the list
 * they wait behind a button, so that nothing moves away under the pointer.
 */
@Route("runs")
@PermitAll
class RunsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int REFRESH_MILLIS = 1000;
    private static final int PAGE = 50;

    private final Runs runs;
    private final Scenarios scenarios;
    private final RunSearch search;
    private final ModuleNames names;
    private final ChecksSwitch checks;
    private final Author author;
    private final boolean may;
    private final Clock clock;
    private final RunFilters filters;
    private final Listing<Run> list = new Listing<>(getTranslation("ui.nav.runs"));
    private final Button fresh = new Button();
    private final Button more = new Button();
    private final Button many = new Button();
    private final Anchor table = new Anchor();
    private final Emptiness empty = new Emptiness("refresh-cw");
    private List<Run> shown = List.of();
    private int wanted = PAGE;
    private boolean pointedAt;
    private @Nullable Registration polling;

    RunsView(
            Runs runs,
            RunSearch search,
            Scenarios scenarios,
            ModuleNames names,
            CheckRuns checkRuns,
            CurrentUser current,
            Clock clock) {
        this.runs = runs;
        this.search = search;
        this.scenarios = scenarios;
        this.names = names;
        this.author = new Author(current.get().id(), current.get().name());
        this.may = current.may(Action.RUN_START);
        this.clock = clock;
        this.filters = new RunFilters(scenarios, this::filtered);
        addClassNames("page", "list-page");
        columns();
        list.getElement().addEventListener("mouseenter", _ -> pointedAt = true);
        list.getElement().addEventListener("mouseleave", _ -> pointedAt = false);
        fresh.addClassName("fresh");
        fresh.setVisible(false);
        fresh.addClickListener(_ -> load(true));
        more.setText(getTranslation("ui.more"));
        more.addClassName("more");
        more.addClickListener(_ -> {
            wanted += PAGE;
            load(true);
        });
        checks = new ChecksSwitch(checkRuns);
        Div around = new Div(fresh, list);
        around.addClassName("list-around");
        add(new PageHeader(getTranslation("ui.nav.runs"), tools()), filters, checks, around, more, empty);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        filters.read(event.getLocation().getQueryParameters());
        load(true);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        event.getUI().setPollInterval(REFRESH_MILLIS);
        polling = event.getUI().addPollListener(_ -> load(false));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        event.getUI().setPollInterval(-1);
        if (polling != null) {
            polling.remove();
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.nav.runs") + " · Tutti";
    }

    private void columns() {
        list.narrow(getTranslation("ui.runs.status"), 132, run -> new StatusBadge(run.status()));
        list.wide(getTranslation("ui.runs.scenario"), 2, this::name);
        list.narrow(getTranslation("ui.runs.trigger"), 128, this::trigger);
        list.narrow(getTranslation("ui.runs.started"), 168, run -> Times.precise(run.startedAt()));
        list.figures(getTranslation("ui.runs.duration"), 96, this::length);
        list.figures(
                getTranslation("ui.runs.operations"), 108, run -> String.format(getLocale(), "%,d", run.operations()));
        list.wide(getTranslation("ui.runs.error"), 3, this::error);
        if (may) {
            list.actions(56, this::actions);
        }
        list.opens(run -> getUI().ifPresent(ui -> ui.navigate("runs/" + run.id())));
    }

    private Component name(Run run) {
        Anchor link = new Anchor("runs/" + run.id(), run.scenarioName());
        link.addClassNames("strong", "cut");
        link.setTitle(run.scenarioName());
        Span version = new Span(
                run.version().isPresent() && !run.test()
                        ? "v" + run.version().getAsInt()
                        : getTranslation("ui.run.test"));
        version.addClassName("quiet");
        Div both = new Div(link, version);
        both.addClassName("one-line");
        return both;
    }

    private Component trigger(Run run) {
        Div both = new Div(
                Icons.of(sign(run.cause())),
                new Span(getTranslation("ui.trigger." + run.cause().word())));
        both.addClassNames("one-line", "cause");
        return both;
    }

    private static String sign(Cause cause) {
        return switch (cause) {
            case WEBHOOK -> "webhook";
            case SCHEDULE -> "clock";
            case MANUAL -> "hand";
            case API -> "code";
            case REPLAY, RETRY -> "rotate-ccw";
            case CALL -> "corner-down-right";
        };
    }

    private String length(Run run) {
        return run.took().map(time -> Times.length(time, getLocale())).orElse("…");
    }

    /** The module that failed, and why. */
    private Component error(Run run) {
        if (run.error().isEmpty()) {
            return new Span();
        }
        String message = run.error().get().message(getLocale());
        Div text = new Div();
        text.addClassName("cut");
        moduleName(run).ifPresent(name -> {
            Span module = new Span(name);
            module.addClassName("failed-module");
            text.add(module);
        });
        text.add(new Span(message));
        text.setTitle(message);
        return text;
    }

    private Optional<String> moduleName(Run run) {
        OptionalInt module = run.error().map(RunError::module).orElse(OptionalInt.empty());
        return module.isEmpty() ? Optional.empty() : names.of(run.versionId(), module.getAsInt(), getLocale());
    }

    private Component actions(Run run) {
        Button replay = Buttons.icon(
                "rotate-ccw",
                getTranslation("ui.replay.of", run.scenarioName()),
                () -> new ReplayDialog(runs, scenarios, names, author, run).open());
        replay.setVisible(run.status().ended());
        Div all = new Div(replay);
        all.addClassName("line-actions");
        return all;
    }

    private Component[] tools() {
        table.addClassName("button-plain");
        table.getElement().setAttribute("router-ignore", true);
        table.getElement().setAttribute("download", true);
        table.add(Icons.of("download"), new Span(getTranslation("ui.runs.table")));
        many.setText(getTranslation("ui.replay.many"));
        many.setIcon(Icons.of("rotate-ccw"));
        many.setVisible(may);
        many.addClickListener(_ -> new ReplayManyDialog(
                        runs, filters.query(clock.instant(), Optional.empty(), PAGE), author, () -> load(true))
                .open());
        return new Component[] {table, many};
    }

    private void filtered() {
        wanted = PAGE;
        getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(null, filters.location()));
        load(true);
    }

    /** @param now whether new runs are shown even if somebody points at the list */
    private void load(boolean now) {
        table.setHref(filters.table(clock.instant()));
        many.setEnabled(!filters.inData());
        if (now) {
            checks.of(filters.scenario());
        }
        List<Run> found = new ArrayList<>();
        Optional<RunId> after = Optional.empty();
        do {
            RunPage page = filters.page(runs, search, filters.query(clock.instant(), after, wanted - found.size()));
            found.addAll(page.items());
            after = page.next();
        } while (after.isPresent() && found.size() < wanted);
        more.setVisible(after.isPresent());
        int above = above(found);
        if (!now && pointedAt && above > 0) {
            fresh.setText(getTranslation("ui.runs.fresh", above));
            fresh.setVisible(true);
            return;
        }
        fresh.setVisible(false);
        if (!found.equals(shown)) {
            shown = List.copyOf(found);
            list.setItems(shown);
        }
        list.setVisible(!shown.isEmpty());
        empty.setVisible(shown.isEmpty());
        if (shown.isEmpty()) {
            empty.say(getTranslation(filters.any() ? "ui.runs.none" : "ui.runs.empty"));
        }
    }

    /** How many of these would come above the first that is shown. */
    private int above(List<Run> found) {
        if (shown.isEmpty()) {
            return 0;
        }
        RunId first = shown.getFirst().id();
        int place = 0;
        while (place < found.size() && !Objects.equals(found.get(place).id(), first)) {
            place++;
        }
        return place;
    }
}
