package dev.tutti.trigger;

import dev.tutti.trigger.HookRules.ApiKey;
import dev.tutti.trigger.HookRules.Signature;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Json;
import dev.tutti.value.Num;
import dev.tutti.value.StructureJson;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** How rules are stored, before they are encrypted: with everything that is secret in them. */
final class HookRulesJson {

    private HookRulesJson() {}

    static byte[] write(HookRules rules) {
        Fields.Builder json = Fields.builder()
                .put(
                        "apiKeys",
                        list(
                                rules.apiKeys(),
                                key -> Fields.of("name", Text.of(key.name()), "hash", Text.of(key.hash()))))
                .put("ipAllow", list(rules.ipAllow(), network -> Text.of(network.toString())))
                .put("passthrough", Bool.of(rules.passthrough()))
                .put("queueLimit", Num.of(rules.queueLimit()))
                .put("log", Bool.of(rules.log()))
                .put("logDays", Num.of(rules.logDays()));
        rules.hmac().ifPresent(hmac -> json.put("hmac", signature(hmac)));
        rules.basic()
                .ifPresent(basic -> json.put(
                        "basic", Fields.of("user", Text.of(basic.user()), "password", Text.of(basic.password()))));
        rules.structure().ifPresent(structure -> json.put("structure", StructureJson.write(structure)));
        rules.dedup()
                .ifPresent(dedup ->
                        json.put("dedup", Fields.of("header", Text.of(dedup.header()), "path", Text.of(dedup.path()))));
        rules.perMinute().ifPresent(most -> json.put("perMinute", Num.of(most)));
        return Json.bytes(json.build());
    }

    private static Fields signature(Signature hmac) {
        Fields.Builder json = Fields.builder()
                .put("header", Text.of(hmac.header()))
                .put("algorithm", word(hmac.algorithm()))
                .put("encoding", word(hmac.encoding()))
                .put("prefix", Text.of(hmac.prefix()))
                .put("secret", Text.of(hmac.secret()));
        hmac.previous().ifPresent(secret -> json.put("previousSecret", Text.of(secret)));
        return json.build();
    }

    /** Reads what {@link #write} wrote; it is the same shape as a change, so the same reader serves. */
    static HookRules read(byte[] stored) {
        Fields json = (Fields) Json.parse(stored).value().orElseThrow();
        Fields settings = json.without("apiKeys");
        List<ApiKey> keys = ((Items) json.get("apiKeys"))
                .items().stream()
                        .map(Fields.class::cast)
                        .map(key -> new ApiKey(text(key, "name"), text(key, "hash")))
                        .toList();
        return switch (HookRulesPatch.apply(HookRules.DEFAULT, settings)) {
            case HookRulesPatch.Patched.Done(HookRules rules, var made) -> rules.with(keys);
            case HookRulesPatch.Patched.Wrong(String field, var said) ->
                throw new IllegalStateException("Stored rules cannot be read: " + field);
        };
    }

    static String text(Fields json, String key) {
        return json.get(key) instanceof Text(String text) ? text : "";
    }

    static Text word(Enum<?> constant) {
        return Text.of(constant.name().toLowerCase(Locale.ROOT));
    }

    private static <T> Items list(List<T> all, Function<T, Value> json) {
        return new Items(all.stream().map(json).toList());
    }
}
