package dev.tutti.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;

/** Says that what was asked for is not here, and where to go on. */
class Nowhere extends Div {

    /** @param key the title; its explanation is the text {@code <key>.why} */
    Nowhere(String key, Class<? extends Component> next, String nextKey) {
        addClassNames("empty", "nowhere");
        Span sign = new Span(Icons.of("compass"));
        sign.addClassName("empty-sign");
        RouterLink go = new RouterLink(getTranslation(nextKey), next);
        go.addClassName("button-ink");
        add(sign, new H1(getTranslation(key)), new Paragraph(getTranslation(key + ".why")), go);
    }
}
