package dev.tutti.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;

/** The title of a page and what can be done there. */
class PageHeader extends Header {

    PageHeader(String title, Component... actions) {
        addClassName("page-header");
        Div right = new Div(actions);
        right.addClassName("page-actions");
        add(new H1(title), right);
    }
}
