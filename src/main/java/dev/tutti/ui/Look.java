package dev.tutti.ui;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;

/** The page around every view: Vaadin's Aura in our colours, which the editor shares. */
@StyleSheet(Aura.STYLESHEET)
@CssImport("./themes/tokens.css")
@CssImport("./themes/base.css")
@CssImport("./themes/shell.css")
@CssImport("./themes/pages.css")
@CssImport("./themes/parts.css")
@CssImport("./themes/lists.css")
@CssImport("./themes/home.css")
@CssImport("./themes/door.css")
@Viewport("width=device-width, initial-scale=1")
public class Look implements AppShellConfigurator {

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.setPageTitle("Tutti");
        settings.addFavIcon("icon", "icons/tutti.svg", "any");
    }
}
