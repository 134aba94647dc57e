package dev.tutti.ui;

import com.vaadin.flow.component.html.Span;
import dev.tutti.run.RunStatus;

/** Where a run stands: a sign and a word, and a colour for those who see it. */
class StatusBadge extends Span {

    StatusBadge(RunStatus status) {
        addClassNames("badge", status.word());
        add(Icons.of(sign(status)), new Span(getTranslation("ui.run.status." + status.word())));
        getElement().setAttribute("data-status", status.word());
    }

    private static String sign(RunStatus status) {
        return switch (status) {
            case SUCCESS -> "check";
            case WARNING, INCOMPLETE -> "triangle-alert";
            case ERROR -> "x";
            case STOPPED -> "circle-stop";
            case WAITING -> "circle-pause";
            case QUEUED -> "circle-dashed";
            case RUNNING -> "play";
        };
    }
}
