package dev.tutti.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.tutti.workspace.Token;
import dev.tutti.workspace.Tokens;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** The tokens by which programs use the API in one's own name. */
@Route("developers/api")
@PermitAll
class TokensView extends Div implements HasDynamicTitle {

    private final Tokens tokens;
    private final Grid<Token> grid = new Grid<>();
    private final Paragraph empty = new Paragraph();

    TokensView(Tokens tokens) {
        this.tokens = tokens;
        addClassName("page");
        Button add = new Button(getTranslation("ui.tokens.add"), _ -> create());
        add.addThemeName("primary");
        Anchor reference = new Anchor("api/v1/openapi.json", getTranslation("ui.tokens.reference"));
        reference.setRouterIgnore(true);
        grid.addClassName("list");
        grid.setAllRowsVisible(true);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addColumn(Token::name).setHeader(getTranslation("ui.tokens.name")).setFlexGrow(2);
        grid.addColumn(token -> token.beginning().isEmpty() ? "–" : token.beginning() + "…")
                .setHeader(getTranslation("ui.tokens.begins"))
                .setAutoWidth(true);
        grid.addColumn(token -> Times.full(token.createdAt(), getLocale()))
                .setHeader(getTranslation("ui.tokens.created"))
                .setAutoWidth(true);
        grid.addColumn(token -> token.lastUsedAt()
                        .map(at -> Times.full(at, getLocale()))
                        .orElse("–"))
                .setHeader(getTranslation("ui.tokens.used"))
                .setAutoWidth(true);
        grid.addComponentColumn(this::revoke).setHeader("").setAutoWidth(true);
        empty.setText(getTranslation("ui.tokens.empty"));
        empty.addClassName("empty");
        add(new PageHeader(getTranslation("ui.nav.api"), reference, add), grid, empty);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        load();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.nav.api") + " · Tutti";
    }

    private void load() {
        List<Token> own = tokens.own();
        grid.setItems(own);
        grid.setVisible(!own.isEmpty());
        empty.setVisible(own.isEmpty());
    }

    private Button revoke(Token token) {
        Button revoke = new Button(getTranslation("ui.tokens.revoke"), _ -> {
            tokens.revoke(token.id());
            load();
        });
        revoke.addThemeName("tertiary");
        revoke.setAriaLabel(getTranslation("ui.tokens.revoke.of", token.name()));
        return revoke;
    }

    private void create() {
        Dialog dialog = new Dialog(getTranslation("ui.tokens.add"));
        TextField name = new TextField(getTranslation("ui.tokens.name"));
        name.setWidthFull();
        dialog.add(name);
        Button make = new Button(getTranslation("ui.create"), _ -> {
            if (name.getValue().isBlank()) {
                name.setErrorMessage(getTranslation("ui.tokens.name.required"));
                name.setInvalid(true);
                return;
            }
            Tokens.Issued issued = tokens.issue(name.getValue().strip());
            TextField text = new TextField(getTranslation("ui.tokens.text"));
            text.setValue(issued.text());
            text.setReadOnly(true);
            text.setWidthFull();
            text.setHelperText(getTranslation("ui.tokens.once"));
            dialog.removeAll();
            dialog.add(text);
            dialog.getFooter().removeAll();
            dialog.getFooter().add(new Button(getTranslation("ui.close"), _ -> dialog.close()));
            load();
        });
        make.addThemeName("primary");
        dialog.getFooter().add(new Button(getTranslation("ui.cancel"), _ -> dialog.close()), make);
        dialog.setWidth("520px");
        dialog.open();
        name.focus();
    }
}
