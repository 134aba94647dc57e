package dev.tutti.builtin.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.builtin.Asked;
import dev.tutti.builtin.ModuleBench;
import dev.tutti.builtin.Owner;
import dev.tutti.builtin.TestCall;
import dev.tutti.connection.ConnectionType;
import dev.tutti.connection.Connections;
import dev.tutti.connector.Modules;
import dev.tutti.engine.Failure;
import dev.tutti.value.Blob;
import dev.tutti.value.Fields;
import dev.tutti.value.Text;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ModuleBench
class CryptoModulesTest {

    private static final String AES_KEY = "000102030405060708090a0b0c0d0e0f";

    private final Asked hash;
    private final Asked hmac;
    private final Asked encrypt;
    private final Asked decrypt;
    private final Connections connections;
    private final Owner owner;

    CryptoModulesTest(Modules modules, Connections connections, Owner owner) {
        hash = new Asked(modules, "crypto:hash");
        hmac = new Asked(modules, "crypto:hmac");
        encrypt = new Asked(modules, "crypto:encrypt");
        decrypt = new Asked(modules, "crypto:decrypt");
        this.connections = connections;
        this.owner = owner;
    }

    @BeforeEach
    void signIn() {
        owner.signIn();
    }

    private TestCall with(String key, String encoding) {
        var stored = (Connections.Storage.Stored)
                connections.create("Key", ConnectionType.KEY, Map.of("value", key, "encoding", encoding));
        return TestCall.once().with(stored.connection().id());
    }

    private static String text(Asked asked, TestCall call, String field, Object... settings) {
        Fields bundle = Asked.emitted(asked.call(call, settings)).getFirst();
        return ((Text) bundle.get(field)).text();
    }

    @Test
    void hashesTextsAndFilesAlike() {
        assertThat(hash.text("hash", "data", "abc"))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        Blob file = Blob.of("a", Blob.BINARY, "abc".getBytes(StandardCharsets.UTF_8));
        assertThat(hash.text("hash", "data", file, "algorithm", "MD5")).isEqualTo("900150983cd24fb0d6963f7d28e17f72");
        assertThat(hash.text("hash", "data", "abc", "algorithm", "SHA-1", "encoding", "base64"))
                .isEqualTo("qZk+NkcGgWq6PiVxeFDCbJzQ2J0=");
    }

    /** RFC 4231, test case 2. */
    @Test
    void signsAsTheStandardSays() {
        assertThat(text(hmac, with("Jefe", "text"), "hmac", "data", "what do ya want for nothing?"))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
        assertThat(text(hmac, with("4a656665", "hex"), "hmac", "data", "what do ya want for nothing?"))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gcm", "cbc"})
    void decryptsWhatItEncryptedAndNeverEncryptsAlike(String mode) {
        TestCall call = with(AES_KEY, "hex");
        String one = text(encrypt, call, "encrypted", "data", "grün", "mode", mode);
        String other = text(encrypt, call, "encrypted", "data", "grün", "mode", mode);
        assertThat(one).isNotEqualTo(other).doesNotContain("gr");
        assertThat(text(decrypt, call, "text", "encrypted", one, "mode", mode)).isEqualTo("grün");
    }

    /** Encrypted by another program: openssl enc -aes-128-cbc with a zero vector, which stands in front. */
    @Test
    void decryptsWhatOthersEncrypted() throws Exception {
        javax.crypto.Cipher cipher = javax.crypto.Cipher.getInstance("AES/CBC/PKCS5Padding");
        byte[] key = java.util.HexFormat.of().parseHex(AES_KEY);
        cipher.init(
                javax.crypto.Cipher.ENCRYPT_MODE,
                new javax.crypto.spec.SecretKeySpec(key, "AES"),
                new javax.crypto.spec.IvParameterSpec(new byte[16]));
        String secret = "0".repeat(32) + java.util.HexFormat.of().formatHex(cipher.doFinal("hello".getBytes()));
        assertThat(text(decrypt, with(AES_KEY, "hex"), "text", "encrypted", secret, "mode", "cbc", "encoding", "hex"))
                .isEqualTo("hello");
    }

    @Test
    void saysWhatIsWrongWithoutAnySecret() {
        TestCall call = with(AES_KEY, "hex");
        String secret = text(encrypt, call, "encrypted", "data", "abc");
        Failure foreign = Asked.failed(decrypt.call(with("f".repeat(32), "hex"), "encrypted", secret));
        assertThat(foreign.kind()).isEqualTo(Failure.Kind.DATA);
        Failure changed = Asked.failed(decrypt.call(call, "encrypted", "AAAA" + secret.substring(4)));
        assertThat(changed.kind()).isEqualTo(Failure.Kind.DATA);
        Failure noBase64 = Asked.failed(decrypt.call(call, "encrypted", "zz", "encoding", "hex"));
        assertThat(noBase64.kind()).isEqualTo(Failure.Kind.BUNDLE_VALIDATION);
        Failure shortKey = Asked.failed(encrypt.call(with("opensesame", "text"), "data", "abc"));
        assertThat(shortKey.kind()).isEqualTo(Failure.Kind.INVALID_CONFIGURATION);
        assertThat(shortKey.toString()).contains("10 bytes").doesNotContain("opensesame");
    }

    @Test
    void aKeyThatIsNotWrittenAsSaidIsRefused() {
        assertThat(connections.create("Key", ConnectionType.KEY, Map.of("value", "xyz", "encoding", "hex")))
                .isEqualTo(new Connections.Storage.Invalid("value", "connection.key.encoding"));
    }
}
