package dev.tutti.builtin.crypto;

import dev.tutti.connector.Failures;
import dev.tutti.connector.Field;
import dev.tutti.connector.FieldType;
import dev.tutti.connector.Module;
import dev.tutti.connector.ModuleSpec;
import dev.tutti.connector.Output;
import dev.tutti.engine.Effect;
import dev.tutti.engine.Failure;
import dev.tutti.engine.Invocation;
import dev.tutti.engine.Outcome;
import dev.tutti.value.Blobs;
import dev.tutti.value.Fields;
import dev.tutti.value.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Encrypts with AES. Each time something else comes out, so a run that resumes recalls what it got. */
@Component
final class EncryptData implements Module {

    static final int LARGEST = 20_000_000;

    private static final ModuleSpec SPEC = ModuleSpec.action("crypto:encrypt", Effect.READ)
            .disc("lock", "#6B4E16")
            .needsConnection("key")
            .fields(
                    Field.of("data", FieldType.ANY).require(),
                    Field.select("mode", "gcm", "cbc").byDefault("gcm").inAdvanced(),
                    Field.select("encoding", "base64", "base64url", "hex").byDefault("base64"))
            .outputs(Output.text("encrypted"))
            .example(Fields.of("encrypted", new Text("q83vEjRWeJA0VniQq83vEjRWeJA=")))
            .done();

    private final SecretKeys keys;
    private final Blobs blobs;

    EncryptData(SecretKeys keys, Blobs blobs) {
        this.keys = keys;
        this.blobs = blobs;
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
            try {
                Optional<InputStream> data = Bytes.open(input.get("data"), blobs, invocation.zone());
                if (data.isEmpty()) {
                    return Failures.fail(invocation, Failure.Kind.BUNDLE_VALIDATION, "builtin.crypto.data");
                }
                try (InputStream in = data.get()) {
                    byte[] plain = in.readNBytes(LARGEST + 1);
                    if (plain.length > LARGEST) {
                        return Failures.fail(invocation, Failure.Kind.MAX_FILE_SIZE_EXCEEDED, "builtin.crypto.large");
                    }
                    byte[] secret = new Aes(Bytes.text(input, "mode").equals("gcm"), key).encrypt(plain);
                    return Outcome.emitted(
                            Fields.of("encrypted", Text.of(Bytes.written(secret, Bytes.text(input, "encoding")))));
                }
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        });
    }
}
