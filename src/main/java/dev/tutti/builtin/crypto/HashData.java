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
import dev.tutti.value.Blobs;
import dev.tutti.value.Fields;
import dev.tutti.value.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The digest of a text or file: the same for the same content, and for nothing else. */
@Component
final class HashData implements Module {

    private static final ModuleSpec SPEC = ModuleSpec.logic("crypto:hash")
            .disc("hash", "#6B4E16")
            .fields(
                    Field.of("data", FieldType.ANY).require(),
                    Field.select("algorithm", "SHA-256", "SHA-384", "SHA-512", "SHA3-256", "SHA-1", "MD5")
                            .byDefault("SHA-256"),
                    Bytes.encoding())
            .outputs(Output.text("hash"))
            .example(Fields.of("hash", new Text("a591a6d40bf420404a011733cfb7b190d62c65bf0bcda32b57b277d9ad9f146e")))
            .done();

    private final Blobs blobs;

    HashData(Blobs blobs) {
        this.blobs = blobs;
    }

    @Override
    public ModuleSpec spec() {
        return SPEC;
    }

    @Override
    public Outcome run(Fields input, Invocation invocation) {
        try {
            Optional<InputStream> data = Bytes.open(input.get("data"), blobs, invocation.zone());
            if (data.isEmpty()) {
                return Failures.fail(invocation, Failure.Kind.BUNDLE_VALIDATION, "builtin.crypto.data");
            }
            MessageDigest digest = MessageDigest.getInstance(Bytes.text(input, "algorithm"));
            try (InputStream in = data.get();
                    OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
                in.transferTo(out);
            }
            return Outcome.emitted(
                    Fields.of("hash", Text.of(Bytes.written(digest.digest(), Bytes.text(input, "encoding")))));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
