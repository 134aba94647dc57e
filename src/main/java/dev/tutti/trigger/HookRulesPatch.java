package dev.tutti.trigger;

import dev.tutti.outbound.Network;
import dev.tutti.trigger.HookRules.ApiKey;
import dev.tutti.trigger.HookRules.Basic;
import dev.tutti.trigger.HookRules.Dedup;
import dev.tutti.trigger.HookRules.Signature;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Message;
import dev.tutti.value.Nothing;
import dev.tutti.value.Num;
import dev.tutti.value.Structure;
import dev.tutti.value.StructureJson;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Changes rules as RFC 7396 says: what is named is replaced, what is null goes back to its default, the rest stays. A
 * secret that is not given again stays as it was.
 */
public final class HookRulesPatch {

    private static final Set<String> KEYS = Set.of(
            "apiKeys",
            "hmac",
            "basic",
            "ipAllow",
            "passthrough",
            "structure",
            "queueLimit",
            "dedup",
            "perMinute",
            "log",
            "logDays");

    private final HookRules before;
    private final Fields patch;
    private final Map<String, String> made = new LinkedHashMap<>();

    private HookRulesPatch(HookRules before, Fields patch) {
        this.before = before;
        this.patch = patch;
    }

    /** What became of a change. */
    public sealed interface Patched {

        /** @param made API keys that were made up now, by their names: shown this once */
        record Done(HookRules rules, Map<String, String> made) implements Patched {}

        record Wrong(String field, Message said) implements Patched {}
    }

    /** The rules after the change; nothing is stored yet. */
    public static Patched apply(HookRules before, Fields patch) {
        try {
            for (String key : patch.fields().keySet()) {
                if (!KEYS.contains(key)) {
                    throw new Refused(key, "unknown");
                }
            }
            HookRulesPatch change = new HookRulesPatch(before, patch);
            return new Patched.Done(change.rules(), change.made);
        } catch (Refused refused) {
            return new Patched.Wrong(refused.field, refused.said);
        }
    }

    private HookRules rules() {
        HookRules none = HookRules.DEFAULT;
        return new HookRules(
                given("apiKeys") ? keys() : before.apiKeys(),
                given("hmac") ? part("hmac").map(this::signature) : before.hmac(),
                given("basic") ? part("basic").map(this::basic) : before.basic(),
                given("ipAllow") ? networks() : before.ipAllow(),
                given("passthrough") ? yes("passthrough", none.passthrough()) : before.passthrough(),
                given("structure") ? part("structure").map(this::structure) : before.structure(),
                given("queueLimit") ? whole("queueLimit", 1, 100_000).orElse(none.queueLimit()) : before.queueLimit(),
                given("dedup") ? part("dedup").map(this::dedup) : before.dedup(),
                given("perMinute") ? whole("perMinute", 1, 60_000) : before.perMinute(),
                given("log") ? yes("log", none.log()) : before.log(),
                given("logDays") ? whole("logDays", 1, 30).orElse(none.logDays()) : before.logDays());
    }

    private boolean given(String key) {
        return patch.has(key);
    }

    private List<ApiKey> keys() {
        List<ApiKey> keys = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Value item : list("apiKeys", 50)) {
            String name = item instanceof Fields key ? text(key, "name").strip() : "";
            if (name.isEmpty() || name.length() > 100 || !names.add(name)) {
                throw new Refused("apiKeys", "key-name");
            }
            keys.add(key(name, text((Fields) item, "key")));
        }
        return keys;
    }

    private ApiKey key(String name, String given) {
        Optional<ApiKey> known =
                before.apiKeys().stream().filter(key -> key.name().equals(name)).findFirst();
        if (given.isEmpty() && known.isPresent()) {
            return known.get();
        }
        if (!given.isEmpty() && !given.matches("[!-~]{16,500}")) {
            throw new Refused("apiKeys", "key");
        }
        String key = given.isEmpty() ? HookToken.random() : given;
        if (given.isEmpty()) {
            made.put(name, key);
        }
        return new ApiKey(name, Digests.hex(key));
    }

    private Signature signature(Fields hmac) {
        String header = text(hmac, "header");
        String secret = text(hmac, "secret");
        String kept = before.hmac().map(Signature::secret).orElse("");
        if (!header.matches("[A-Za-z0-9-]{1,100}")) {
            throw new Refused("hmac.header", "header");
        }
        if (secret.isEmpty() && kept.isEmpty() || !secret.isEmpty() && secret.length() < 8 || secret.length() > 1_000) {
            throw new Refused("hmac.secret", "secret");
        }
        Optional<String> previous = hmac.has("previousSecret")
                ? Optional.of(text(hmac, "previousSecret")).filter(text -> !text.isEmpty())
                : before.hmac().flatMap(Signature::previous);
        return new Signature(
                header,
                word(hmac, "algorithm", Signature.Algorithm.SHA256, Signature.Algorithm.values()),
                word(hmac, "encoding", Signature.Encoding.HEX, Signature.Encoding.values()),
                text(hmac, "prefix"),
                secret.isEmpty() ? kept : secret,
                previous);
    }

    private static <E extends Enum<E>> E word(Fields hmac, String key, E standard, E[] all) {
        String text = text(hmac, key);
        for (E each : all) {
            if (each.name().toLowerCase(Locale.ROOT).equals(text)) {
                return each;
            }
        }
        if (text.isEmpty()) {
            return standard;
        }
        throw new Refused("hmac." + key, key);
    }

    private Basic basic(Fields basic) {
        String user = text(basic, "user");
        String password = text(basic, "password");
        String kept = before.basic().map(Basic::password).orElse("");
        if (user.isEmpty() || user.contains(":") || user.length() > 200) {
            throw new Refused("basic.user", "user");
        }
        if (password.isEmpty() && kept.isEmpty() || !password.isEmpty() && password.length() < 8) {
            throw new Refused("basic.password", "secret");
        }
        return new Basic(user, password.isEmpty() ? kept : password);
    }

    private List<Network> networks() {
        return list("ipAllow", 500).stream()
                .map(item -> item instanceof Text(String text) ? text : "")
                .map(text -> Network.parse(text).orElseThrow(() -> new Refused("ipAllow", "network", text)))
                .toList();
    }

    private Structure structure(Fields json) {
        return switch (StructureJson.read(json)) {
            case StructureJson.Read(Structure structure) -> structure;
            case StructureJson.Misread(String path, Message said) ->
                throw new Refused(path.isEmpty() ? "structure" : "structure." + path, said);
        };
    }

    private Dedup dedup(Fields json) {
        String header = text(json, "header");
        String path = text(json, "path");
        if (header.isEmpty() == path.isEmpty() || header.length() > 100 || path.length() > 500) {
            throw new Refused("dedup", "dedup");
        }
        return new Dedup(header.toLowerCase(Locale.ROOT), path);
    }

    private Optional<Fields> part(String key) {
        return switch (patch.get(key)) {
            case Nothing _ -> Optional.empty();
            case Fields fields -> Optional.of(fields);
            default -> throw new Refused(key, "shape");
        };
    }

    private List<Value> list(String key, int most) {
        return switch (patch.get(key)) {
            case Nothing _ -> List.of();
            case Items(List<Value> items) when items.size() <= most -> items;
            default -> throw new Refused(key, "list", most);
        };
    }

    private boolean yes(String key, boolean standard) {
        return switch (patch.get(key)) {
            case Nothing _ -> standard;
            case Bool bool -> bool.value();
            default -> throw new Refused(key, "yes-no");
        };
    }

    private OptionalInt whole(String key, int least, int most) {
        return switch (patch.get(key)) {
            case Nothing _ -> OptionalInt.empty();
            case Num number
            when number.isWhole() && between(number.number(), least, most) ->
                OptionalInt.of(number.number().intValue());
            default -> throw new Refused(key, "whole", least, most);
        };
    }

    private static boolean between(BigDecimal number, int least, int most) {
        return number.compareTo(BigDecimal.valueOf(least)) >= 0 && number.compareTo(BigDecimal.valueOf(most)) <= 0;
    }

    private static String text(Fields json, String key) {
        return HookRulesJson.text(json, key);
    }

    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        final String field;
        final transient Message said;

        Refused(String field, String what, Object... arguments) {
            this(field, Message.of("trigger.rules." + what, arguments));
        }

        Refused(String field, Message said) {
            super(field, null, false, false);
            this.field = field;
            this.said = said;
        }
    }
}
