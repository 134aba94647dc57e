package dev.tutti.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;

/** What an address shows that leads to no page. */
@ParentLayout(Shell.class)
@PermitAll
class NoSuchPageView extends Div implements HasErrorParameter<NotFoundException>, HasDynamicTitle {

    NoSuchPageView() {
        addClassName("page");
        add(new Nowhere("ui.nowhere", HomeView.class, "ui.nowhere.go"));
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        return HttpServletResponse.SC_NOT_FOUND;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.nowhere") + " · Tutti";
    }
}
