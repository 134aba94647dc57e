package dev.tutti.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.tutti.run.Incomplete;
import dev.tutti.run.Incompletes;
import dev.tutti.run.Run;
import dev.tutti.run.Runs;
import java.util.List;

/** Above a run: what it belongs to and what it left behind; nothing where there is neither. */
class RunStrip extends Div {

    private static final int MOST_CALLED = 5;

    RunStrip(Run run, Runs runs, Incompletes incompletes) {
        addClassName("run-strip");
        run.replayOf().ifPresent(old -> add(link("runs/" + old, "rotate-ccw", getTranslation("ui.run.replay-of"))));
        run.parentRun().ifPresent(by -> add(link("runs/" + by, "reply", getTranslation("ui.run.called-by"))));
        List<Run> called = runs.calledBy(run.id());
        called.stream()
                .limit(MOST_CALLED)
                .forEach(each -> add(
                        link("runs/" + each.id(), "share-2", getTranslation("ui.run.called", each.scenarioName()))));
        if (called.size() > MOST_CALLED) {
            add(quiet(getTranslation("ui.run.called.more", called.size() - MOST_CALLED)));
        }
        List<Incomplete> left = incompletes.of(run.id());
        if (left.size() == 1) {
            add(link("inbox/incomplete/" + left.getFirst().id(), "inbox", getTranslation("ui.run.incomplete", 1)));
        } else if (left.size() > 1) {
            add(link(
                    "inbox/incomplete?scenario=" + run.scenario(),
                    "inbox",
                    getTranslation("ui.run.incomplete", left.size())));
        }
        if (run.status().ended() && runs.input(run.id()).isEmpty()) {
            add(quiet(getTranslation("ui.run.no-data")));
        }
        setVisible(getComponentCount() > 0);
    }

    private static Component link(String to, String icon, String words) {
        Anchor link = new Anchor(to, Icons.of(icon), new Span(words));
        link.addClassNames("one-line", "strip-link");
        return link;
    }

    private static Component quiet(String words) {
        Span text = new Span(words);
        text.addClassName("quiet");
        return text;
    }
}
