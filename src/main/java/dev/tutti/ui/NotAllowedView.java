package dev.tutti.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import dev.tutti.workspace.NotAllowed;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;

/** What a page shows to those who may not see it. */
@ParentLayout(Shell.class)
@PermitAll
class NotAllowedView extends Div implements HasErrorParameter<NotAllowed>, HasDynamicTitle {

    NotAllowedView() {
        addClassName("page");
        add(new Nowhere("ui.not-allowed", HomeView.class, "ui.nowhere.go"));
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotAllowed> parameter) {
        return HttpServletResponse.SC_FORBIDDEN;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.not-allowed") + " · Tutti";
    }
}
