package dev.tutti.workspace;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What is set for the whole workspace. Reading is for everybody, writing for those who may {@link Action#SETTINGS_EDIT}. */
@Component
public final class Settings {

    private static final String PUBLIC_URL = "public-url";
    private static final String NETWORKS = "outbound-networks";
    private static final String LANGUAGE = "language";
    private static final String RETENTION = "retention-days";

    /** For how many days the data of runs is kept where nobody set anything. */
    public static final int RETENTION_DAYS = 30;

    /** The longest time that can be set, in days; 0 is for ever. */
    public static final int LONGEST_RETENTION = 3_650;

    /** How soon a change made on another machine counts here. */
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final SettingRows rows;
    private final CurrentUser current;
    private final Audit audit;
    private final TransactionOperations transactions;
    private final Optional<URI> configuredUrl;
    private final LoadingCache<WorkspaceId, Map<String, String>> contents;

    Settings(
            SettingRows rows,
            CurrentUser current,
            Audit audit,
            TransactionOperations transactions,
            @Value("${tutti.public-url:}") String configuredUrl) {
        this.rows = rows;
        this.current = current;
        this.audit = audit;
        this.transactions = transactions;
        this.configuredUrl =
                Optional.of(configuredUrl).filter(url -> !url.isBlank()).map(Settings::url);
        this.contents = Caffeine.newBuilder().expireAfterWrite(FRESH).build(this::read);
    }

    /** The address under which people and other programs reach Tutti; without it the address of the request serves. */
    public Optional<URI> publicUrl() {
        return content(PUBLIC_URL).map(Settings::url).or(() -> configuredUrl);
    }

    /** Sets the public address, or takes it away. */
    public void publicUrl(Optional<URI> url) {
        write(PUBLIC_URL, url.map(URI::toString).orElse(""));
    }

    /** Networks (CIDR, such as {@code 10.0.0.0/8}) that outgoing calls may reach although they are private. */
    public List<String> allowedNetworks() {
        return content(NETWORKS).map(text -> List.of(text.split(","))).orElse(List.of());
    }

    /** Sets the networks. Whether they are networks is checked by whoever reads them in. */
    public void allowedNetworks(List<String> networks) {
        write(NETWORKS, String.join(",", networks));
    }

    /** The language of people who have not chosen one, if the owner set one; else their browser decides. */
    public Optional<Locale> language() {
        return content(LANGUAGE).map(Locale::forLanguageTag).map(Languages::nearest);
    }

    /** Sets the language of people who have not chosen one. */
    public void language(Optional<Locale> language) {
        write(
                LANGUAGE,
                language.map(Languages::nearest).map(Locale::toLanguageTag).orElse(""));
    }

    /** For how many days the data of runs is kept, where their scenario says nothing; 0 is for ever. */
    public int retentionDays() {
        return content(RETENTION).map(Integer::parseInt).orElse(RETENTION_DAYS);
    }

    /** Sets for how many days the data of runs is kept: 0 (for ever) to {@link #LONGEST_RETENTION}. */
    public void retentionDays(int days) {
        write(RETENTION, Integer.toString(Math.clamp(days, 0, LONGEST_RETENTION)));
    }

    private Optional<String> content(String name) {
        return Optional.ofNullable(contents.get(WorkspaceId.FIRST).get(name)).filter(text -> !text.isEmpty());
    }

    private Map<String, String> read(WorkspaceId workspace) {
        return rows.findByKeyWorkspace(workspace.value()).stream()
                .collect(Collectors.toMap(row -> row.key.name(), row -> row.content));
    }

    private void write(String name, String content) {
        current.require(Action.SETTINGS_EDIT);
        transactions.executeWithoutResult(_ -> {
            SettingRow row = new SettingRow();
            row.key = new SettingRow.Key(WorkspaceId.FIRST.value(), name);
            row.content = content;
            rows.save(row);
            audit.record("setting.changed", name + " = " + content);
        });
        contents.invalidateAll();
    }

    private static URI url(String text) {
        return URI.create(text.strip().replaceAll("/+$", ""));
    }
}
