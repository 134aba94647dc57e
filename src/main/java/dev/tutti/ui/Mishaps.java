package dev.tutti.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.SystemMessagesInfo;
import com.vaadin.flow.server.VaadinServiceInitListener;
import dev.tutti.workspace.Languages;
import dev.tutti.workspace.Messages;
import dev.tutti.workspace.NotAllowed;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What happens when something goes wrong under a page that is open: a click that failed says so and the page stays; a
 * session that is over leads to signing in, and from there back.
 */
@Component
class Mishaps implements VaadinServiceInitListener {

    private static final Logger LOG = LoggerFactory.getLogger(Mishaps.class);

    private final Messages messages;

    Mishaps(Messages messages) {
        this.messages = messages;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(opened -> opened.getSession().setErrorHandler(Mishaps::failed));
        event.getSource().setSystemMessagesProvider(this::words);
    }

    private static void failed(ErrorEvent event) {
        boolean forbidden = event.getThrowable() instanceof NotAllowed;
        if (!forbidden) {
            LOG.error("A click on a page failed", event.getThrowable());
        }
        UI ui = UI.getCurrent();
        if (ui != null) {
            ui.access(() -> Toast.show(ui.getTranslation(forbidden ? "ui.not-allowed.why" : "ui.broken.click")));
        }
    }

    private SystemMessages words(SystemMessagesInfo info) {
        Locale language = Languages.nearest(info.getLocale());
        CustomizedSystemMessages words = new CustomizedSystemMessages();
        words.setSessionExpiredNotificationEnabled(false);
        words.setInternalErrorCaption(messages.text("ui.broken", language));
        words.setInternalErrorMessage(messages.text("ui.broken.why", language));
        words.setCookiesDisabledNotificationEnabled(false);
        return words;
    }
}
