package dev.tutti.ui;

import com.vaadin.flow.component.html.Span;
import dev.tutti.run.RunStatus;

/** Where a run stands: a sign and a word, and a colour for those who see it. */
class StatusBadge extends Span {

    StatusBadge(RunStatus status) {
        addClassNames("badge", status.word());
        setText(sign(status) + " " + getTranslation("ui.run.status." + status.word()));
        getElement().setAttribute("data-status", status.word());
    }

    private static String sign(RunStatus status) {
        return switch (status) {
            case SUCCESS -> "✓";
            case WARNING, INCOMPLETE -> "!";
            case ERROR -> "✕";
            case STOPPED -> "■";
            case WAITING -> "⏸";
            case QUEUED, RUNNING -> "…";
        };
    }
}
