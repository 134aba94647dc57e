package dev.tutti.ui;

import com.vaadin.flow.component.notification.Notification;

/** A sentence at the bottom of the page that goes away by itself. */
final class Toast {

    private static final int MILLIS = 5000;

    private Toast() {}

    static void show(String sentence) {
        Notification.show(sentence, MILLIS, Notification.Position.BOTTOM_CENTER);
    }
}
