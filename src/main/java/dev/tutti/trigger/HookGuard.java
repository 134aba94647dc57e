package dev.tutti.trigger;

import dev.tutti.trigger.HookRules.Signature;
import dev.tutti.value.Coercion;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Nothing;
import dev.tutti.value.Structure;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Lets in only the requests that the rules allow. Secrets are compared in the same time wherever they differ. */
final class HookGuard {

    private static final List<String> KEY_HEADERS = List.of("x-tutti-apikey", "x-make-apikey");

    private final HookRules rules;
    private final List<byte[]> keys;

    HookGuard(HookRules rules) {
        this.rules = rules;
        this.keys = rules.apiKeys().stream()
                .map(key -> HexFormat.of().parseHex(key.hash()))
                .toList();
    }

    /** What the line and the headers of a request tell, before its body is read. */
    Optional<HookProblem> atTheDoor(HttpServletRequest request) {
        if (!rules.ipAllow().isEmpty() && !allowed(request.getRemoteAddr())) {
            return Optional.of(HookProblem.of(403, "address", String.valueOf(request.getRemoteAddr())));
        }
        if (!keys.isEmpty() && !shown(request)) {
            return Optional.of(HookProblem.of(401, "api-key"));
        }
        if (rules.basic().isPresent() && !named(request, rules.basic().get())) {
            return Optional.of(HookProblem.of(401, "basic"));
        }
        return Optional.empty();
    }

    /** The server knows whether there is a proxy before it that may say for whom it asks; nobody else is believed. */
    private boolean allowed(@Nullable String address) {
        try {
            InetAddress from = InetAddress.ofLiteral(String.valueOf(address));
            return rules.ipAllow().stream().anyMatch(network -> network.contains(from));
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    private boolean shown(HttpServletRequest request) {
        boolean fits = false;
        for (String header : KEY_HEADERS) {
            String key = request.getHeader(header);
            if (key != null) {
                byte[] hash = Digests.of(key);
                for (byte[] known : keys) {
                    fits |= MessageDigest.isEqual(known, hash);
                }
            }
        }
        return fits;
    }

    private static boolean named(HttpServletRequest request, HookRules.Basic basic) {
        String header = request.getHeader("Authorization");
        if (header == null || !header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return false;
        }
        try {
            byte[] given = Base64.getDecoder().decode(header.substring(6).strip());
            byte[] wanted = (basic.user() + ":" + basic.password()).getBytes(StandardCharsets.UTF_8);
            return MessageDigest.isEqual(wanted, given);
        } catch (IllegalArgumentException noBase64) {
            return false;
        }
    }

    /** Whether a signature over the raw body is needed. */
    boolean wantsSignature() {
        return rules.hmac().isPresent();
    }

    Optional<HookProblem> signed(HttpServletRequest request, byte[] body) {
        if (rules.hmac().isEmpty()) {
            return Optional.empty();
        }
        Signature hmac = rules.hmac().get();
        String header = request.getHeader(hmac.header());
        if (header == null || !header.startsWith(hmac.prefix())) {
            return Optional.of(HookProblem.of(401, "signature-missing", hmac.header()));
        }
        byte[] given = decode(hmac, header.substring(hmac.prefix().length()).strip());
        boolean right = fits(hmac, hmac.secret(), body, given)
                | (hmac.previous().isPresent() && fits(hmac, hmac.previous().get(), body, given));
        return right ? Optional.empty() : Optional.of(HookProblem.of(401, "signature", hmac.header()));
    }

    private static byte[] decode(Signature hmac, String text) {
        try {
            return switch (hmac.encoding()) {
                case HEX -> HexFormat.of().parseHex(text.toLowerCase(Locale.ROOT));
                case BASE64 -> Base64.getDecoder().decode(text);
            };
        } catch (IllegalArgumentException neither) {
            return new byte[0];
        }
    }

    private static boolean fits(Signature hmac, String secret, byte[] body, byte[] given) {
        try {
            Mac mac = Mac.getInstance(hmac.algorithm().jca);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), hmac.algorithm().jca));
            return MessageDigest.isEqual(mac.doFinal(body), given);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whether the data is what the structure says. */
    Optional<HookProblem> shaped(List<Fields> bundles) {
        if (rules.structure().isEmpty()) {
            return Optional.empty();
        }
        List<Structure.Violation> violations = new ArrayList<>();
        for (Fields bundle : bundles) {
            violations.addAll(rules.structure().get().check(data(bundle)));
        }
        return violations.isEmpty()
                ? Optional.empty()
                : Optional.of(HookProblem.of(
                        400,
                        "structure",
                        violations.stream()
                                .limit(20)
                                .map(Structure.Violation::said)
                                .toList()));
    }

    /** A bundle without what comes from us. */
    static Fields data(Fields bundle) {
        return bundle.without("__IMTHEADERS__").without("__IMTMETHOD__");
    }

    /** The key by which a repetition is known, if the rules name one and the request has it. */
    Optional<String> dedupKey(HttpServletRequest request, List<Fields> bundles) {
        return rules.dedup()
                .flatMap(dedup -> dedup.header().isEmpty()
                        ? bundles.stream().findFirst().flatMap(bundle -> at(bundle, dedup.path()))
                        : Optional.ofNullable(request.getHeader(dedup.header())))
                .filter(text -> !text.isBlank())
                .map(Digests::hex);
    }

    private static Optional<String> at(Fields bundle, String path) {
        Value value = bundle;
        for (String step : path.split("\\.")) {
            value = switch (value) {
                case Fields fields -> fields.get(step);
                case Items(List<Value> items)
                when step.matches("\\d{1,6}") && Integer.parseInt(step) < items.size() ->
                    items.get(Integer.parseInt(step));
                default -> Nothing.NULL;
            };
        }
        return Coercion.toText(value, ZoneOffset.UTC)
                .accepted()
                .map(text -> text instanceof Text(String plain) ? plain : "");
    }
}
