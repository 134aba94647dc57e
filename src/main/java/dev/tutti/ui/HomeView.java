package dev.tutti.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.tutti.connection.Connection;
import dev.tutti.connection.Connections;
import dev.tutti.connector.Modules;
import dev.tutti.run.Run;
import dev.tutti.run.Runs;
import dev.tutti.scenario.Blueprint;
import dev.tutti.scenario.Draft;
import dev.tutti.scenario.ScenarioId;
import dev.tutti.scenario.ScenarioQuery;
import dev.tutti.scenario.ScenarioSummary;
import dev.tutti.scenario.Scenarios;
import dev.tutti.trigger.Schedules;
import dev.tutti.workspace.CurrentUser;
import dev.tutti.workspace.User;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What needs a person, what happened today, where one left off, and what starts next. */
@Route("")
@PermitAll
class HomeView extends Div implements HasDynamicTitle {

    private static final int RECENT = 6;
    private static final int COMING = 5;

    private final Scenarios scenarios;
    private final Runs runs;
    private final Schedules schedules;
    private final Connections connections;
    private final Modules modules;
    private final CurrentUser current;
    private final Clock clock;

    HomeView(
            Scenarios scenarios,
            Runs runs,
            Schedules schedules,
            Connections connections,
            Modules modules,
            CurrentUser current,
            Clock clock) {
        this.scenarios = scenarios;
        this.runs = runs;
        this.schedules = schedules;
        this.connections = connections;
        this.modules = modules;
        this.current = current;
        this.clock = clock;
        addClassNames("page", "home");
    }

    @Override
    protected void onAttach(AttachEvent event) {
        removeAll();
        add(new PageHeader(hello(), Buttons.newScenario(current)));
        List<ScenarioSummary> known = scenarios.list(ScenarioQuery.ALL).items();
        if (known.isEmpty()) {
            add(new Starters());
            return;
        }
        LastDay day = LastDay.of(runs, clock.instant());
        Div main = new Div(needsYou(day), recent(known));
        Div aside = new Div(today(day), next(known));
        Div columns = new Div(main, aside);
        columns.addClassName("home-columns");
        add(columns);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.nav.home") + " · Tutti";
    }

    /** Somebody created from the configuration has no name but an address. */
    private String hello() {
        User user = current.get();
        return user.name().contains("@") ? getTranslation("ui.nav.home") : getTranslation("ui.home.hello", user.name());
    }

    private Section needsYou(LastDay day) {
        Section section = section("ui.home.needs");
        List<Connection> broken = connections.all().stream()
                .filter(connection -> connection.status() == Connection.Status.FAILING)
                .toList();
        if (day.troubles().isEmpty() && broken.isEmpty()) {
            Paragraph nothing =
                    new Paragraph(Icons.of("circle-check"), new Span(getTranslation("ui.home.needs.nothing")));
            nothing.addClassName("all-well");
            section.add(nothing);
        }
        for (Connection connection : broken) {
            section.add(line(
                    "link",
                    connection.name(),
                    getTranslation("ui.home.needs.connection"),
                    new Span(),
                    new Anchor("connections", getTranslation("ui.home.needs.fix"))));
        }
        for (LastDay.Trouble trouble : day.troubles()) {
            Run last = trouble.last();
            Div when = new Div(
                    new Span(getTranslation("ui.home.needs.times", trouble.times())), Times.moment(last.startedAt()));
            when.addClassName("need-when");
            section.add(line(
                    "triangle-alert",
                    last.scenarioName(),
                    trouble.message(getLocale()),
                    when,
                    new Anchor("runs/" + last.id(), getTranslation("ui.home.needs.open"))));
        }
        if (day.more()) {
            Anchor all = new Anchor("runs?status=error,incomplete", getTranslation("ui.home.needs.all"));
            all.addClassName("more-link");
            section.add(all);
        }
        return section;
    }

    private static Component line(String icon, String name, String said, Component when, Anchor go) {
        Span sign = new Span(Icons.of(icon));
        sign.addClassName("need-sign");
        Span title = new Span(name);
        title.addClassName("need-name");
        Span message = new Span(said);
        message.addClassNames("quiet", "cut");
        message.setTitle(said);
        Div words = new Div(title, message);
        words.addClassName("two-lines");
        go.addClassName("button-plain");
        go.getElement().setAttribute("aria-label", go.getText() + ": " + name);
        Div line = new Div(sign, words, when, go);
        line.addClassName("need");
        return line;
    }

    private Section today(LastDay day) {
        Section section = section("ui.home.today");
        Div figures = new Div(
                figure(day.runs(), "ui.home.runs"),
                figure(day.success().map(share -> share + "\u00a0%").orElse("–"), "ui.home.success"),
                figure(String.format(getLocale(), "%,d", day.operations()), "ui.home.operations"));
        figures.addClassName("figures");
        section.add(figures);
        return section;
    }

    private Section recent(List<ScenarioSummary> known) {
        Section section = section("ui.home.recent");
        Div cards = new Div();
        cards.addClassName("cards");
        List<ScenarioSummary> shown = known.subList(0, Math.min(RECENT, known.size()));
        Map<ScenarioId, List<Run>> runsOf =
                runs.newestOf(shown.stream().map(ScenarioSummary::id).toList(), Sparkline.MOST);
        for (ScenarioSummary scenario : shown) {
            List<Run> newest = runsOf.getOrDefault(scenario.id(), List.of());
            Blueprint drawn =
                    scenarios.draft(scenario.id()).map(Draft::blueprint).orElse(Blueprint.EMPTY);
            Span name = new Span(scenario.name());
            name.addClassNames("card-name", "cut");
            Div foot = new Div(new ScenarioBadge(scenario, newest.stream().findFirst()), new Sparkline(newest));
            foot.addClassName("card-foot");
            Div picture = new Div(new MiniGraph(drawn, modules));
            picture.addClassName("card-picture");
            Anchor card = new Anchor("scenarios/" + scenario.id(), picture, name, foot);
            card.addClassName("card");
            cards.add(card);
        }
        section.add(cards);
        return section;
    }

    private Section next(List<ScenarioSummary> known) {
        record Coming(ScenarioSummary scenario, Instant at) {}
        List<Coming> coming = known.stream()
                .flatMap(scenario -> schedules.next(scenario.id()).map(at -> new Coming(scenario, at)).stream())
                .sorted(Comparator.comparing(Coming::at))
                .limit(COMING)
                .toList();
        Section section = section("ui.home.next");
        if (coming.isEmpty()) {
            section.add(new Paragraph(getTranslation("ui.home.next.nothing")));
        }
        for (Coming start : coming) {
            Anchor name = new Anchor(
                    "scenarios/" + start.scenario().id(), start.scenario().name());
            name.addClassNames("strong", "cut");
            Div line = new Div(name, Times.moment(start.at()));
            line.addClassName("coming");
            section.add(line);
        }
        return section;
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
}
