package dev.tutti.expression;

import static dev.tutti.expression.FunctionSpec.Type.ANY;
import static dev.tutti.expression.FunctionSpec.Type.TEXT;

import dev.tutti.expression.FunctionSpec.Group;
import dev.tutti.value.Blob;
import dev.tutti.value.Value;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Between text and bytes: encodings, digests, signatures. */
final class EncodingFunctions {
    static final List<Functions.Entry> ALL = List.of(
            define("base64")
                    .takes("value", ANY)
                    .example("base64(\"Make\")", "\"TWFrZQ==\"")
                    .does(call -> call.make(Base64.getEncoder().encodeToString(call.bytes(0)))),
            define("toString")
                    .takes("value", ANY)
                    .example("toString(toBinary(\"TWFrZQ==\"; \"base64\"))", "\"Make\"")
                    .does(EncodingFunctions::string),
            define("toBinary")
                    .takes("value", ANY)
                    .optional("encoding", TEXT)
                    .example("length(toBinary(\"57 6f 72 6b\"; \"hex\"))", "4")
                    .does(EncodingFunctions::binary),
            define("encodeURL")
                    .takes("text", TEXT)
                    .example("encodeURL(\"Automate your workflow\")", "\"Automate%20your%20workflow\"")
                    .does(call -> call.make(UrlText.encode(call.text(0)))),
            define("decodeURL")
                    .takes("text", TEXT)
                    .example("decodeURL(\"Automate%20your%20workflow\")", "\"Automate your workflow\"")
                    .does(call -> call.make(UrlText.decode(call.text(0)))),
            define("md5")
                    .takes("text", TEXT)
                    .example("md5(\"Make\")", "\"529a05ca6c1263aab080ec4f20754411\"")
                    .does(call -> call.make(HexFormat.of().formatHex(digest("MD5", call.bytes(0))))),
            hash("sha1")
                    .example("sha1(\"workfront\")", "\"b2b30b8ae1f9e5b40fbb0696eaabdbfd8d0c087f\"")
                    .does(call -> hashed(call, "SHA-1", "HmacSHA1")),
            hash("sha256")
                    .example(
                            "sha256(\"workfront\")",
                            "\"ed3d7397eec7b94453035b67ba4468c883ee3bedeb57137f7371f2e0cf5e2bbc\"")
                    .does(call -> hashed(call, "SHA-256", "HmacSHA256")),
            hash("sha512")
                    .example(
                            "sha512(\"workfront\")",
                            "\"789ae41b9456357e4f27c6a09956a767abbb8d80b206003ffdd1e94dbc687cd1"
                                    + "19b85e1e19db58bb44b234493af35fd431639c0345aadf2cf7ec26e9f4a7fb19\"")
                    .does(call -> hashed(call, "SHA-512", "HmacSHA512")));

    private EncodingFunctions() {}

    private static Draft define(String name) {
        return Draft.of(Group.ENCODING, name);
    }

    private static Draft hash(String name) {
        return define(name)
                .takes("text", ANY)
                .optional("encoding", TEXT)
                .optional("key", ANY)
                .optional("keyEncoding", TEXT);
    }

    /** Bytes are read as UTF-8 unless their media type says otherwise. */
    private static Value string(Call call) {
        if (call.value(0) instanceof Blob blob) {
            return call.make(new String(call.bytes(0), blob.charset().orElse(StandardCharsets.UTF_8)));
        }
        return call.make(call.text(0));
    }

    private static Value binary(Call call) {
        if (call.value(0) instanceof Blob blob && !call.isGiven(1)) {
            return blob;
        }
        byte[] bytes = decoded(call, 0, call.text(1, "utf8"));
        call.context().make(bytes.length, call.site());
        boolean text = !call.isGiven(1) || call.text(1).toLowerCase(Locale.ROOT).startsWith("utf");
        return Blob.of("", text ? "text/plain; charset=utf-8" : Blob.BINARY, bytes);
    }

    private static byte[] decoded(Call call, int at, String encoding) {
        try {
            return switch (encoding.toLowerCase(Locale.ROOT)) {
                case "hex" -> HexFormat.of().parseHex(call.text(at).replaceAll("\\s", ""));
                case "base64" ->
                    Base64.getMimeDecoder()
                            .decode(call.text(at).replace('-', '+').replace('_', '/'));
                case "latin1", "iso-8859-1" -> call.text(at).getBytes(StandardCharsets.ISO_8859_1);
                case "ascii" -> call.text(at).getBytes(StandardCharsets.US_ASCII);
                case "utf8", "utf-8", "text", "binary" -> call.bytes(at);
                default -> throw call.halt("encoding", encoding);
            };
        } catch (IllegalArgumentException malformed) {
            throw call.halt("encoded", encoding);
        }
    }

    private static Value hashed(Call call, String algorithm, String mac) {
        byte[] hash = call.isGiven(2)
                ? signature(mac, decoded(call, 2, call.text(3, "text")), call.bytes(0))
                : digest(algorithm, call.bytes(0));
        String encoding = call.text(1, "hex");
        return call.make(
                switch (encoding.toLowerCase(Locale.ROOT)) {
                    case "hex", "" -> HexFormat.of().formatHex(hash);
                    case "base64" -> Base64.getEncoder().encodeToString(hash);
                    case "latin1" -> new String(hash, StandardCharsets.ISO_8859_1);
                    default -> throw call.halt("encoding", encoding);
                });
    }

    private static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static byte[] signature(String algorithm, byte[] key, byte[] bytes) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            // An empty key signs like a single zero byte: both are filled up with zeros.
            mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, algorithm));
            return mac.doFinal(bytes);
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
