package dev.tutti.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import dev.tutti.workspace.VariableChange;
import java.util.List;
import java.util.function.UnaryOperator;

/** What a variable was set to, the latest first. */
class VariableHistory extends Dialog {

    VariableHistory(String name, List<VariableChange> changes, UnaryOperator<String> shown) {
        setHeaderTitle(getTranslation("ui.variables.history", name));
        setWidth("560px");
        OrderedList lines = new OrderedList();
        lines.addClassName("facts");
        for (VariableChange change : changes) {
            Span value = new Span(shown.apply(change.content()));
            value.addClassNames("cut", "strong");
            value.setTitle(change.content());
            Div when = new Div(Times.precise(change.at()));
            when.addClassNames("one-line", "quiet");
            change.by().ifPresent(person -> when.add(new Span(person)));
            change.run()
                    .ifPresent(run -> when.add(new Anchor("runs/" + run, getTranslation("ui.variables.history.run"))));
            Div both = new Div(value, when);
            both.addClassName("two-lines");
            lines.add(new ListItem(both));
        }
        add(lines);
        getFooter().add(new Button(getTranslation("ui.close"), _ -> close()));
    }
}
