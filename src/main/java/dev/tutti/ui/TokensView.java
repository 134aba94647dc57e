package dev.tutti.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
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
    private final Listing<Token> list = new Listing<>(getTranslation("ui.nav.api"));
    private final Emptiness empty = new Emptiness("key-round");

    TokensView(Tokens tokens) {
        this.tokens = tokens;
        addClassNames("page", "list-page");
        Button add = new Button(getTranslation("ui.tokens.add"), Icons.of("plus"));
        add.addThemeName("primary");
        add.addClickListener(_ -> new TokenDialog(tokens, this::load).open());
        Anchor reference = new Anchor("api/v1/openapi.json", Icons.of("external-link"));
        reference.add(new Span(getTranslation("ui.tokens.reference")));
        reference.setRouterIgnore(true);
        reference.addClassName("button-plain");
        Paragraph lead = new Paragraph(getTranslation("ui.tokens.lead") + " ");
        lead.add(new Code("Authorization: Bearer …"));
        lead.addClassName("page-lead");
        list.wide(getTranslation("ui.tokens.name"), 2, TokensView::name);
        list.narrow(getTranslation("ui.tokens.begins"), 190, TokensView::beginning);
        list.narrow(getTranslation("ui.tokens.created"), 180, token -> Times.moment(token.createdAt()));
        list.narrow(getTranslation("ui.tokens.used"), 180, this::used);
        list.actions(128, this::revoke);
        empty.say(getTranslation("ui.tokens.empty"));
        add(new PageHeader(getTranslation("ui.nav.api"), reference, add), lead, list, empty);
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
        list.setItems(own);
        list.setVisible(!own.isEmpty());
        empty.setVisible(own.isEmpty());
    }

    private static Component name(Token token) {
        Span name = new Span(token.name());
        name.addClassNames("strong", "cut");
        return name;
    }

    private static Component beginning(Token token) {
        return token.beginning().isEmpty() ? new Span("–") : new Code(token.beginning() + "…");
    }

    private Component used(Token token) {
        return token.lastUsedAt().<Component>map(Times::moment).orElseGet(() -> {
            Span never = new Span(getTranslation("ui.tokens.never"));
            never.addClassName("quiet");
            return never;
        });
    }

    private Component revoke(Token token) {
        Button revoke = new Button(
                getTranslation("ui.tokens.revoke"),
                _ -> Buttons.confirm(
                        getTranslation("ui.tokens.revoke.title", token.name()),
                        getTranslation("ui.tokens.revoke.text"),
                        getTranslation("ui.tokens.revoke"),
                        getTranslation("ui.cancel"),
                        () -> {
                            tokens.revoke(token.id());
                            load();
                        }));
        revoke.addThemeName("tertiary");
        revoke.setAriaLabel(getTranslation("ui.tokens.revoke.of", token.name()));
        Div all = new Div(revoke);
        all.addClassName("line-actions");
        return all;
    }
}
