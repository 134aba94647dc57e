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
        starter("scenarios/new?starter=form", "webhook", "form");
        starter("scenarios/new?starter=morning", "clock", "morning");
        starter("scenarios/new", "plus", "blank");
    }

    private void starter(String address, String icon, String name) {
        Span title = new Span(getTranslation("ui.starter." + name));
        title.addClassName("starter-title");
        Span lead = new Span(getTranslation("ui.starter." + name + ".lead"));
        lead.addClassName("quiet");
        Anchor card = new Anchor(address, Icons.of(icon), new Div(title, lead));
        card.addClassNames("starter", "starter-" + name);
        add(card);
    }
}
