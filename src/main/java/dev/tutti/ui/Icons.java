package dev.tutti.ui;

import com.vaadin.flow.component.icon.SvgIcon;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The interface's icons, drawn by Lucide (ISC licence) and served from {@code /icons}. */
final class Icons {

    private static final ConcurrentMap<String, Boolean> KNOWN = new ConcurrentHashMap<>();

    private Icons() {}

    /** An icon that says nothing by itself: the words beside it do. One that we do not have is a plain box. */
    static SvgIcon of(String name) {
        SvgIcon icon = new SvgIcon("icons/" + (known(name) ? name : "box") + ".svg");
        icon.getElement().setAttribute("aria-hidden", "true");
        return icon;
    }

    private static boolean known(String name) {
        return KNOWN.computeIfAbsent(
                name, file -> Icons.class.getResource("/META-INF/resources/icons/" + file + ".svg") != null);
    }
}
