package dev.tutti.ui;

import com.vaadin.flow.component.html.Span;
import dev.tutti.run.Incomplete;

/** How far an incomplete run is: a sign, a word and a colour. */
class IncompleteBadge extends Span {

    IncompleteBadge(Incomplete.State state) {
        addClassNames("badge", look(state));
        add(Icons.of(sign(state)), new Span(getTranslation("ui.inbox.state." + state.word())));
        getElement().setAttribute("data-state", state.word());
    }

    private static String look(Incomplete.State state) {
        return switch (state) {
            case UNRESOLVED -> "incomplete";
            case SCHEDULED -> "waiting";
            case RUNNING -> "running";
            case RESOLVED -> "success";
            case DROPPED -> "stopped";
        };
    }

    private static String sign(Incomplete.State state) {
        return switch (state) {
            case UNRESOLVED -> "triangle-alert";
            case SCHEDULED -> "clock";
            case RUNNING -> "play";
            case RESOLVED -> "check";
            case DROPPED -> "ban";
        };
    }
}
