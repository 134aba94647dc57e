package dev.tutti.ui;

import com.vaadin.flow.component.icon.SvgIcon;

/** The interface's icons, drawn by Lucide (ISC licence) and served from {@code /icons}. */
final class Icons {

    private Icons() {}

    /** An icon that says nothing by itself: the words beside it do. */
    static SvgIcon of(String name) {
        SvgIcon icon = new SvgIcon("icons/" + name + ".svg");
        icon.getElement().setAttribute("aria-hidden", "true");
        return icon;
    }
}
