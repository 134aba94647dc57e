package dev.tutti.api;

import dev.tutti.outbound.Network;
import dev.tutti.trigger.HookRules;
import dev.tutti.trigger.WebhookRules;
import dev.tutti.value.Fields;
import dev.tutti.value.StructureJson;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a webhook asks of its callers, without anything that is secret.
 *
 * @param apiKeys one of them must come in the header x-tutti-apikey or x-make-apikey, where there are any
 * @param structure the data structure by which the data is checked: {fields: [{name, type, required…}], strict}
 * @param queueLimit how many requests may wait
 * @param perMinute how many requests run in a minute
 * @param learningUntil until when the next request teaches the data structure
 */
record HookRulesView(
        List<KeyView> apiKeys,
        @Nullable SignatureView hmac,
        @Nullable BasicView basic,
        List<String> ipAllow,
        boolean passthrough,
        @Nullable Fields structure,
        int queueLimit,
        @Nullable DedupView dedup,
        @Nullable Integer perMinute,
        boolean log,
        int logDays,
        @Nullable Instant learningUntil) {

    /** @param key only in the answer to the request that had it made */
    record KeyView(String name, @Nullable String key) {}

    /** @param rotating whether the secret before the last change counts as well */
    record SignatureView(String header, String algorithm, String encoding, String prefix, boolean rotating) {}

    record BasicView(String user) {}

    record DedupView(@Nullable String header, @Nullable String path) {}

    static HookRulesView of(WebhookRules.Ruled ruled, Map<String, String> made) {
        HookRules rules = ruled.rules();
        return new HookRulesView(
                rules.apiKeys().stream()
                        .map(key -> new KeyView(key.name(), made.get(key.name())))
                        .toList(),
                rules.hmac().map(HookRulesView::signature).orElse(null),
                rules.basic().map(basic -> new BasicView(basic.user())).orElse(null),
                rules.ipAllow().stream().map(Network::toString).toList(),
                rules.passthrough(),
                rules.structure().map(StructureJson::write).orElse(null),
                rules.queueLimit(),
                rules.dedup()
                        .map(dedup -> new DedupView(given(dedup.header()), given(dedup.path())))
                        .orElse(null),
                rules.perMinute().isPresent() ? rules.perMinute().getAsInt() : null,
                rules.log(),
                rules.logDays(),
                ruled.learningUntil()
                        .filter(until -> until.isAfter(Instant.now()))
                        .orElse(null));
    }

    private static SignatureView signature(HookRules.Signature hmac) {
        return new SignatureView(
                hmac.header(),
                hmac.algorithm().name().toLowerCase(Locale.ROOT),
                hmac.encoding().name().toLowerCase(Locale.ROOT),
                hmac.prefix(),
                hmac.previous().isPresent());
    }

    private static @Nullable String given(String text) {
        return text.isEmpty() ? null : text;
    }
}
