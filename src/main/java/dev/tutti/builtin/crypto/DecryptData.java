package dev.tutti.builtin.crypto;

import dev.tutti.connector.Failures;
import dev.tutti.connector.Field;
import dev.tutti.connector.FieldType;
import dev.tutti.connector.Module;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.connector.Output;
import dev.tutti.engine.Failure;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import dev.tutti.value.Blob;
import dev.tutti.value.Fields;
import dev.tutti.value.Nothing;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Decrypts what was encrypted with AES and the same key. */
@Component
final class DecryptData implements Module {

    private static final ModuleSpec SPEC = ModuleSpec.logic("crypto:decrypt")
            .disc("lock", "#6B4E16")
            .needsConnection("key")
            .fields(
                    Field.text("encrypted").require().lines(),
                    Field.select("mode", "gcm", "cbc").byDefault("gcm").inAdvanced(),
                    Field.select("encoding", "base64", "base64url", "hex").byDefault("base64"))
            .outputs(Output.text("text"), Output.of("data", FieldType.FILE))
            .example(Fields.of("text", new Text("Ada"), "data", Blob.of("", Blob.BINARY, new byte[] {'A', 'd', 'a'})))
            .done();

    private final SecretKeys keys;

    DecryptData(SecretKeys keys) {
        this.keys = keys;
    }

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    @Override
    public Outcome run(Fields input, Invocation invocation) {
        return keys.with(invocation, key -> {
            if (!Aes.fits(key)) {
                return Failures.fail(invocation, Failure.Kind.INVALID_CONFIGURATION, "builtin.crypto.key", key.length);
            }
            Optional<byte[]> secret = Bytes.read(Bytes.text(input, "encrypted"), Bytes.text(input, "encoding"));
            if (secret.isEmpty()) {
                return Failures.fail(
                        invocation,
                        Failure.Kind.BUNDLE_VALIDATION,
                        "builtin.crypto.encoding",
                        Bytes.text(input, "encoding"));
            }
            try {
                byte[] plain = new Aes(Bytes.text(input, "mode").equals("gcm"), key).decrypt(secret.get());
                return Outcome.emitted(Fields.of("text", text(plain), "data", Blob.of("", Blob.BINARY, plain)));
            } catch (GeneralSecurityException foreign) {
                return Failures.fail(invocation, Failure.Kind.DATA, "builtin.crypto.foreign");
            }
        });
    }

    private static Value text(byte[] plain) {
        try {
            return Text.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(plain))
                    .toString());
        } catch (CharacterCodingException noText) {
            return Nothing.NULL;
        }
    }
}
