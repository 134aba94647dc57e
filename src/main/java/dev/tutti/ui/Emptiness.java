package dev.tutti.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** What stands where a list would stand if there were anything in it. */
class Emptiness extends Div {

    private final String icon;

    Emptiness(String icon) {
        this.icon = icon;
        addClassName("empty");
    }

    /** @param next what to do about it */
    void say(String sentence, Component... next) {
        removeAll();
        Span sign = new Span(Icons.of(icon));
        sign.addClassName("empty-sign");
        add(sign, new Paragraph(sentence));
        add(next);
    }
}
