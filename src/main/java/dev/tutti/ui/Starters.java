package dev.tutti.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;

/** How to begin: what Home shows while there is no scenario. */
class Starters extends Div {

    Starters() {
        addClassName("starters");
        add(new H2(getTranslation("ui.starters")));
        starter("scenarios/new?starter=form", "file-text", "#b01f62", "form");
        starter("scenarios/new?starter=morning", "clock", "#1b5fc2", "morning");
        starter("scenarios/new", "plus", "var(--text3)", "blank");
    }

    private void starter(String address, String icon, String tint, String name) {
        Span title = new Span(getTranslation("ui.starter." + name));
        title.addClassName("starter-title");
        Span lead = new Span(getTranslation("ui.starter." + name + ".lead"));
        lead.addClassName("quiet");
        Span arrow = new Span(Icons.of("arrow-right"));
        arrow.addClassName("starter-arrow");
        Anchor card = new Anchor(address, Discs.disc(icon, tint), new Div(title, lead), arrow);
        card.addClassName("starter");
        add(card);
    }
}
