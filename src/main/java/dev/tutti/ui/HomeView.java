package dev.tutti.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.tutti.run.Run;
import dev.tutti.run.RunQuery;
import dev.tutti.run.RunStatus;
import dev.tutti.run.Runs;
import dev.tutti.scenario.ScenarioPage;
import dev.tutti.scenario.ScenarioQuery;
import dev.tutti.scenario.ScenarioSummary;
import dev.tutti.scenario.Scenarios;
import dev.tutti.trigger.Schedules;
import dev.tutti.workspace.CurrentUser;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What needs a person, what happened today, where one left off, and what starts next. */
@Route("")
@PermitAll
class HomeView extends Div implements HasDynamicTitle {

    private static final int FEW = 6;

    private final Scenarios scenarios;
    private final Runs runs;
    private final Schedules schedules;
    private final CurrentUser current;
    private final Clock clock;

    HomeView(Scenarios scenarios, Runs runs, Schedules schedules, CurrentUser current, Clock clock) {
        this.scenarios = scenarios;
        this.runs = runs;
        this.schedules = schedules;
        this.current = current;
        this.clock = clock;
        addClassNames("page", "home");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        removeAll();
        Anchor create = new Anchor("scenarios/new", getTranslation("ui.scenario.new"));
        create.addClassName("button-ink");
        add(new PageHeader(getTranslation("ui.home.hello", current.get().name()), create));
        ScenarioPage known = scenarios.list(ScenarioQuery.ALL);
        if (known.items().isEmpty()) {
            add(new Starters());
            return;
        }
        add(needsYou(), today(), recent(known.items()), next(known.items()));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.nav.home") + " · Tutti";
    }

    private Section needsYou() {
        List<Run> failed = runs.list(since(Duration.ofDays(1), Set.of(RunStatus.ERROR, RunStatus.INCOMPLETE), FEW))
                .items();
        Section section = section("ui.home.needs");
        if (failed.isEmpty()) {
            section.add(new Paragraph("✓ " + getTranslation("ui.home.needs.nothing")));
        }
        for (Run run : failed) {
            Div line = new Div(
                    new StatusBadge(run.status()),
                    new Anchor("runs/" + run.id(), run.scenarioName()),
                    said(run),
                    moment(run.startedAt()));
            line.addClassName("home-line");
            section.add(line);
        }
        return section;
    }

    private Section today() {
        List<Run> all = runs.list(since(Duration.ofDays(1), Set.of(), 200)).items();
        long good =
                all.stream().filter(run -> run.status() == RunStatus.SUCCESS).count();
        long operations = all.stream().mapToLong(Run::operations).sum();
        Section section = section("ui.home.today");
        Div figures = new Div(
                figure(all.size() == 200 ? "200+" : String.valueOf(all.size()), "ui.home.runs"),
                figure(all.isEmpty() ? "–" : Math.round(100.0 * good / all.size()) + "\u00a0%", "ui.home.success"),
                figure(String.valueOf(operations), "ui.home.operations"));
        figures.addClassName("home-figures");
        section.add(figures);
        return section;
    }

    private Section recent(List<ScenarioSummary> known) {
        Section section = section("ui.home.recent");
        for (ScenarioSummary scenario : known.subList(0, Math.min(FEW, known.size()))) {
            Div line = new Div(
                    new Anchor("scenarios/" + scenario.id(), scenario.name()),
                    new ScenarioBadge(scenario),
                    new Sparkline(runs.newest(scenario.id(), 30)));
            line.addClassName("home-line");
            section.add(line);
        }
        return section;
    }

    private Section next(List<ScenarioSummary> known) {
        record Coming(ScenarioSummary scenario, Instant at) {}
        List<Coming> coming = known.stream()
                .flatMap(scenario -> schedules.next(scenario.id()).map(at -> new Coming(scenario, at)).stream())
                .sorted(Comparator.comparing(Coming::at))
                .limit(5)
                .toList();
        Section section = section("ui.home.next");
        if (coming.isEmpty()) {
            section.add(new Paragraph(getTranslation("ui.home.next.nothing")));
        }
        for (Coming start : coming) {
            Div line = new Div(
                    moment(start.at()),
                    new Anchor(
                            "scenarios/" + start.scenario().id(),
                            start.scenario().name()));
            line.addClassName("home-line");
            section.add(line);
        }
        return section;
    }

    private RunQuery since(Duration back, Set<RunStatus> statuses, int limit) {
        return new RunQuery(
                Optional.empty(),
                statuses,
                Optional.of(clock.instant().minus(back)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                limit);
    }

    private Section section(String key) {
        Section section = new Section(new H2(getTranslation(key)));
        section.addClassName("home-section");
        return section;
    }

    private Div figure(String number, String key) {
        Span big = new Span(number);
        big.addClassName("figure");
        return new Div(big, new Span(getTranslation(key)));
    }

    private static Span said(Run run) {
        Span text = new Span(run.error().map(error -> error.message()).orElse(""));
        text.addClassName("quiet");
        return text;
    }

    private Span moment(Instant at) {
        Span text = new Span(Times.full(at, getLocale()));
        text.addClassNames("quiet", "numbers");
        return text;
    }
}
