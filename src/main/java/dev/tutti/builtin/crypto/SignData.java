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
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** Signs a text or file with a secret key (HMAC, RFC 2104), as many APIs and webhooks want it. */
@Component
final class SignData implements Module {

    private static final ModuleSpec SPEC = ModuleSpec.logic("crypto:hmac")
            .disc("key", "#6B4E16")
            .needsConnection("key")
            .fields(
                    Field.of("data", FieldType.ANY).require(),
                    Field.select("algorithm", "SHA-256", "SHA-384", "SHA-512", "SHA-1", "MD5")
                            .byDefault("SHA-256"),
                    Bytes.encoding())
            .outputs(Output.text("hmac"))
            .example(Fields.of("hmac", new Text("f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8")))
            .done();

    private final SecretKeys keys;
    private final Blobs blobs;

    SignData(SecretKeys keys, Blobs blobs) {
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
            try {
                Optional<InputStream> data = Bytes.open(input.get("data"), blobs, invocation.zone());
                if (data.isEmpty()) {
                    return Failures.fail(invocation, Failure.Kind.BUNDLE_VALIDATION, "builtin.crypto.data");
                }
                String name = "Hmac" + Bytes.text(input, "algorithm").replace("-", "");
                Mac mac = Mac.getInstance(name);
                mac.init(new SecretKeySpec(key, name));
                byte[] part = new byte[8192];
                try (InputStream in = data.get()) {
                    for (int read = in.read(part); read >= 0; read = in.read(part)) {
                        mac.update(part, 0, read);
                    }
                }
                return Outcome.emitted(
                        Fields.of("hmac", Text.of(Bytes.written(mac.doFinal(), Bytes.text(input, "encoding")))));
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        });
    }
}
