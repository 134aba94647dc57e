package dev.tutti.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;

/** The title of a page and what can be done there. */
class PageHeader extends Header {

    PageHeader(String title, Component... actions) {
        addClassName("page-header");
        Div right = new Div(actions);
        right.addClassName("page-actions");
        add(new H1(title), right);
    }

    /** Puts the list that this thing is in before its title. */
    void below(Class<? extends Component> list, String name) {
        Span slash = new Span("/");
        slash.getElement().setAttribute("aria-hidden", "true");
        Div above = new Div(new RouterLink(name, list), slash);
        above.addClassName("page-above");
        addComponentAsFirst(above);
    }
}
