package dev.tutti.ui;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import dev.tutti.run.Run;
import dev.tutti.run.RunStatus;
import java.time.Duration;
import java.util.List;

/** The last runs as bars: how long each took, and hanging below the line where it failed. */
class Sparkline extends Div {

    /** As many runs as fit. */
    static final int MOST = 30;

    private static final int STEP = 4;
    private static final int LINE = 18;
    private static final int HIGHEST = 16;

    /** @param newest at most {@value #MOST} runs, newest first */
    Sparkline(List<Run> newest) {
        addClassName("sparkline");
        StringBuilder bars = new StringBuilder("<svg width=\"120\" height=\"24\" viewBox=\"0 0 120 24\">");
        int x = (MOST - newest.size()) * STEP;
        for (Run run : newest.reversed()) {
            bars.append(bar(run, x));
            x += STEP;
        }
        add(new Svg(bars.append("</svg>").toString()));
        long good =
                newest.stream().filter(run -> run.status() == RunStatus.SUCCESS).count();
        long bad =
                newest.stream().filter(run -> run.status() == RunStatus.ERROR).count();
        getElement().setAttribute("role", "img");
        getElement()
                .setAttribute(
                        "aria-label",
                        newest.isEmpty()
                                ? getTranslation("ui.sparkline.none")
                                : getTranslation("ui.sparkline", newest.size(), good, bad));
    }

    /** One that failed begins lower, so that it shows without its colour too. */
    private String bar(Run run, int x) {
        int height = height(run);
        int below = run.status() == RunStatus.ERROR ? 6 : 0;
        String tip = getTranslation("ui.run.status." + run.status().word())
                + run.took()
                        .map(time -> " · " + Times.length(time, getLocale()))
                        .orElse("")
                + " · "
                + Times.full(run.startedAt());
        return "<rect class=\"bar %s\" x=\"%d\" y=\"%d\" width=\"3\" height=\"%d\" rx=\"1\"><title>%s</title></rect>"
                .formatted(run.status().word(), x, LINE - height + below, height, tip);
    }

    private static int height(Run run) {
        long millis = run.took().map(Duration::toMillis).orElse(1L);
        return (int) Math.clamp(4 + 3 * Math.log10(Math.max(1, millis)), 4, HIGHEST);
    }
}
