package dev.tutti.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.RouterLink;

/** Says that what was asked for is not here, and where to go on. */
class Nowhere extends Div {

    Nowhere(String key, Class<? extends Component> next, String nextKey) {
        addClassName("empty");
        add(new H1(getTranslation(key)), new RouterLink(getTranslation(nextKey), next));
    }
}
