package dev.tutti.api;

import dev.tutti.outbound.Network;
import dev.tutti.workspace.Action;
import dev.tutti.workspace.Settings;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the owner sets for everybody. What a change does not name stays as it is. */
@RestController
@RequestMapping("/api/v1/settings")
class SettingsController {

    /** @param retentionDays for how many days the data of runs is kept; 0 is for ever */
    record SettingsView(
            @Nullable String publicUrl, @Nullable String language, List<String> allowedNetworks, int retentionDays) {}

    record NewSettings(
            @Nullable String publicUrl,
            @Nullable String language,
            @Nullable List<String> allowedNetworks,
            @Nullable Integer retentionDays) {}

    private final Settings settings;

    SettingsController(Settings settings) {
        this.settings = settings;
    }

    @GetMapping
    @Allowed(Action.SETTINGS_READ)
    SettingsView get() {
        return new SettingsView(
                settings.publicUrl().map(URI::toString).orElse(null),
                settings.language().map(Locale::getLanguage).orElse(null),
                settings.allowedNetworks(),
                settings.retentionDays());
    }

    @PutMapping
    @Allowed(Action.SETTINGS_EDIT)
    SettingsView put(@RequestBody NewSettings wanted) {
        // All is read before anything is written, so that one mistake changes nothing.
        Optional<URI> url = url(Objects.requireNonNullElse(wanted.publicUrl(), ""));
        List<String> networks = networks(Objects.requireNonNullElse(wanted.allowedNetworks(), List.of()));
        Optional<Locale> language = language(Objects.requireNonNullElse(wanted.language(), ""));
        int days = Objects.requireNonNullElse(wanted.retentionDays(), settings.retentionDays());
        if (days < 0 || days > Settings.LONGEST_RETENTION) {
            throw Problem.field("retentionDays", "api.settings.retention", Settings.LONGEST_RETENTION);
        }
        if (wanted.retentionDays() != null) {
            settings.retentionDays(days);
        }
        if (wanted.publicUrl() != null) {
            settings.publicUrl(url);
        }
        if (wanted.allowedNetworks() != null) {
            settings.allowedNetworks(networks);
        }
        if (wanted.language() != null) {
            settings.language(language);
        }
        return get();
    }

    private static Optional<URI> url(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            URI url = URI.create(text.strip());
            boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
            if (web
                    && url.getHost() != null
                    && url.getUserInfo() == null
                    && url.getQuery() == null
                    && url.getFragment() == null) {
                return Optional.of(url);
            }
        } catch (IllegalArgumentException malformed) {
            // said below
        }
        throw Problem.field("publicUrl", "api.settings.url");
    }

    private static List<String> networks(List<String> texts) {
        return texts.stream()
                .map(text -> Network.parse(text)
                        .map(Network::toString)
                        .orElseThrow(() -> Problem.field("allowedNetworks", "api.settings.network", text)))
                .distinct()
                .toList();
    }

    private static Optional<Locale> language(String tag) {
        return switch (tag) {
            case "" -> Optional.empty();
            case "en" -> Optional.of(Locale.ENGLISH);
            case "fr" -> Optional.of(Locale.FRENCH);
            default -> throw Problem.field("language", "api.language.unknown");
        };
    }
}
