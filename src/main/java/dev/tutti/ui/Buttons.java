package dev.tutti.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import dev.tutti.workspace.Action;
import dev.tutti.workspace.CurrentUser;

/** Buttons and questions that several pages have. */
final class Buttons {

    private Buttons() {}

    /** Leads to a new scenario; not there for those who may not make one. */
    static Anchor newScenario(CurrentUser current) {
        Anchor create = new Anchor("scenarios/new", Icons.of("plus"));
        create.add(new Span(create.getTranslation("ui.scenario.new")));
        create.addClassName("button-ink");
        create.setVisible(current.may(Action.SCENARIO_EDIT));
        return create;
    }

    /** A button that is only an icon; the name is said to screen readers and shown as a tip. */
    static Button icon(String icon, String name, Runnable press) {
        Button button = new Button(Icons.of(icon), _ -> press.run());
        button.addThemeName("tertiary");
        button.addClassName("icon-button");
        button.setAriaLabel(name);
        button.setTooltipText(name);
        return button;
    }

    /** Copies a text; the name says which. */
    static Button copy(String name, String text) {
        Button copy = icon("copy", name, () -> {});
        copy.addClickListener(_ -> {
            copy.getElement().executeJs("navigator.clipboard.writeText($0)", text);
            Toast.show(copy.getTranslation("ui.copied"));
        });
        return copy;
    }

    /** Enter in one of these fields presses the button. */
    static void submits(Button button, Component... fields) {
        button.addClickShortcut(Key.ENTER).listenOn(fields).resetFocusOnActiveElement();
    }

    /** Asks before something is lost. */
    static void confirm(String title, String text, String yes, String no, Runnable sure) {
        ConfirmDialog dialog = new ConfirmDialog(title, text, yes, _ -> sure.run());
        dialog.setConfirmButtonTheme("primary error");
        dialog.setCancelable(true);
        dialog.setCancelText(no);
        dialog.open();
    }
}
