package dev.tutti.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.tutti.outbound.Network;
import dev.tutti.workspace.Action;
import dev.tutti.workspace.CurrentUser;
import dev.tutti.workspace.Settings;
import jakarta.annotation.security.PermitAll;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the owner sets for everybody: address, language, how long runs are kept, networks that may be called. */
@Route("settings")
@PermitAll
class SettingsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Settings settings;
    private final CurrentUser current;
    private final TextField url = new TextField();
    private final TextArea networks = new TextArea();
    private final Select<String> language = new Select<>();
    private final IntegerField days = new IntegerField();

    SettingsView(Settings settings, CurrentUser current) {
        this.settings = settings;
        this.current = current;
        addClassNames("page", "settings");
        url.setLabel(getTranslation("ui.settings.url"));
        url.setHelperText(getTranslation("ui.settings.url.help"));
        url.setWidthFull();
        networks.setLabel(getTranslation("ui.settings.networks"));
        networks.setHelperText(getTranslation("ui.settings.networks.help"));
        networks.setWidthFull();
        language.setLabel(getTranslation("ui.settings.language"));
        language.setItems("", "en", "fr");
        language.setItemLabelGenerator(
                tag -> getTranslation("ui.settings.language." + (tag.isEmpty() ? "browser" : tag)));
        language.setWidthFull();
        days.setLabel(getTranslation("ui.settings.days"));
        days.setHelperText(getTranslation("ui.settings.days.help"));
        days.setMin(0);
        days.setMax(Settings.LONGEST_RETENTION);
        days.setStepButtonsVisible(true);
        days.setWidthFull();
        Button keep = new Button(getTranslation("ui.save"), _ -> store());
        keep.addThemeName("primary");
        add(
                new PageHeader(getTranslation("ui.nav.settings"), keep),
                section("workspace", url, language),
                section("retention", days),
                section("network", networks));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!current.may(Action.SETTINGS_READ)) {
            event.forwardTo(HomeView.class);
            return;
        }
        url.setValue(settings.publicUrl().map(URI::toString).orElse(""));
        networks.setValue(String.join("\n", settings.allowedNetworks()));
        days.setValue(settings.retentionDays());
        language.setValue(settings.language().map(Locale::getLanguage).orElse(""));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.nav.settings") + " · Tutti";
    }

    private Section section(String name, Component... fields) {
        Div about = new Div(
                new H2(getTranslation("ui.settings." + name)),
                new Paragraph(getTranslation("ui.settings." + name + ".lead")));
        Div form = new Div(fields);
        form.addClassName("dialog-form");
        return new Section(about, form);
    }

    private void store() {
        url.setInvalid(false);
        networks.setInvalid(false);
        List<String> lines = Arrays.stream(networks.getValue().split("[\\s,;]+"))
                .filter(line -> !line.isEmpty())
                .toList();
        Optional<String> wrong =
                lines.stream().filter(line -> Network.parse(line).isEmpty()).findFirst();
        if (wrong.isPresent()) {
            networks.setErrorMessage(getTranslation("ui.settings.networks.wrong", wrong.get()));
            networks.setInvalid(true);
            return;
        }
        String address = url.getValue().strip();
        if (!address.isEmpty() && !address.matches("https?://[^\\s/?#@]+(/[^\\s?#]*)?")) {
            url.setErrorMessage(getTranslation("ui.settings.url.wrong"));
            url.setInvalid(true);
            return;
        }
        if (days.getValue() == null || days.isInvalid()) {
            days.setErrorMessage(getTranslation("ui.settings.days.wrong", Settings.LONGEST_RETENTION));
            days.setInvalid(true);
            return;
        }
        settings.retentionDays(days.getValue());
        settings.publicUrl(address.isEmpty() ? Optional.empty() : Optional.of(URI.create(address)));
        settings.allowedNetworks(lines);
        settings.language(
                Optional.of(language.getValue()).filter(tag -> !tag.isEmpty()).map(Locale::forLanguageTag));
        Toast.show(getTranslation("ui.saved"));
    }
}
