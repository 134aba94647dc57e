package dev.tutti.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.tutti.run.Run;
import dev.tutti.run.RunStatus;
import java.time.Duration;
import java.util.List;

/** The last runs as bars: how long each took, and hanging below the line where it failed. */
class Sparkline extends Div {

    private static final int HIGHEST = 16;

    /** @param newest at most 30 runs, newest first */
    Sparkline(List<Run> newest) {
        addClassName("sparkline");
        for (Run run : newest.reversed()) {
            Span bar = new Span();
            bar.addClassName(run.status().word());
            bar.getStyle().setHeight(height(run) + "px");
            add(bar);
        }
        long good =
                newest.stream().filter(run -> run.status() == RunStatus.SUCCESS).count();
        long bad =
                newest.stream().filter(run -> run.status() == RunStatus.ERROR).count();
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", getTranslation("ui.sparkline", newest.size(), good, bad));
    }

    private static int height(Run run) {
        long millis = run.took().map(Duration::toMillis).orElse(1L);
        return (int) Math.clamp(3 + 3 * Math.log10(Math.max(1, millis)), 3, HIGHEST);
    }
}
