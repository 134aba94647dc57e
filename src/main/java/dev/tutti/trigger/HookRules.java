package dev.tutti.trigger;

import dev.tutti.outbound.Network;
import dev.tutti.value.Structure;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a webhook asks of its callers and does with their requests, as its owner set it.
 *
 * @param apiKeys one of them must come in the header {@code x-tutti-apikey} or {@code x-make-apikey}; none are needed
 *     where there are none
 * @param hmac the signature that must be over the body
 * @param basic the name and password that must come (RFC 7617)
 * @param ipAllow from where requests may come; empty is from everywhere
 * @param passthrough whether the body is not read but given on as the text {@code value}
 * @param structure what the data must look like
 * @param queueLimit how many requests may wait
 * @param dedup by what a request is known to be a repetition
 * @param perMinute how many requests run in a minute; what comes above that waits, or is refused where a reply is expected
 * @param log whether requests are written down
 * @param logDays for how long
 */
public record HookRules(
        List<ApiKey> apiKeys,
        Optional<Signature> hmac,
        Optional<Basic> basic,
        List<Network> ipAllow,
        boolean passthrough,
        Optional<Structure> structure,
        int queueLimit,
        Optional<Dedup> dedup,
        OptionalInt perMinute,
        boolean log,
        int logDays) {

    /** What a webhook does of which nobody has said anything. */
    public static final HookRules DEFAULT = new HookRules(
            List.of(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            false,
            Optional.empty(),
            10_000,
            Optional.empty(),
            OptionalInt.empty(),
            true,
            3);

    public HookRules {
        apiKeys = List.copyOf(apiKeys);
        ipAllow = List.copyOf(ipAllow);
    }

    /**
     * A key that callers show.
     *
     * @param hash SHA-256 of the key, in hex; the key itself is not kept
     */
    public record ApiKey(String name, String hash) {}

    /**
     * A signature over the raw bytes of the body.
     *
     * @param prefix what stands before it in the header, such as {@code sha256=}
     * @param previous the secret before the last change, which counts as well until it is taken away
     */
    public record Signature(
            String header,
            Algorithm algorithm,
            Encoding encoding,
            String prefix,
            String secret,
            Optional<String> previous) {

        /** How it is computed; the names are those of the API, in small letters. */
        public enum Algorithm {
            SHA1("HmacSHA1"),
            SHA256("HmacSHA256"),
            SHA512("HmacSHA512");

            final String jca;

            Algorithm(String jca) {
                this.jca = jca;
            }
        }

        /** How it is written. */
        public enum Encoding {
            HEX,
            BASE64
        }
    }

    public record Basic(String user, String password) {}

    /** The value of a header, or of a field of the data by its path such as {@code order.id}; one of the two is empty. */
    public record Dedup(String header, String path) {}

    HookRules with(List<ApiKey> keys) {
        return new HookRules(
                keys, hmac, basic, ipAllow, passthrough, structure, queueLimit, dedup, perMinute, log, logDays);
    }

    HookRules with(Optional<Structure> learned) {
        return new HookRules(
                apiKeys, hmac, basic, ipAllow, passthrough, learned, queueLimit, dedup, perMinute, log, logDays);
    }
}
