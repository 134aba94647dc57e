package dev.tutti.connection;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import dev.tutti.workspace.WorkspaceId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/**
 * Encrypts what the database must not be able to read (AES-256-GCM), with a key that lies in a file outside it. The
 * context names the place of the ciphertext (table and id): a ciphertext that was moved to another place does not decrypt.
 */
public final class Vault {

    private final Aead aead;

    private Vault(Aead aead) {
        this.aead = aead;
    }

    /** Opens the key file, or creates it, readable by its owner only. */
    public static Vault open(Path keyFile) {
        try {
            AeadConfig.register();
            if (!Files.exists(keyFile)) {
                KeysetHandle fresh =
                        KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get());
                KeyFile.create(
                        keyFile,
                        TinkJsonProtoKeysetFormat.serializeKeyset(
                                fresh, RegistryConfiguration.get(), InsecureSecretKeyAccess.get()));
            }
            KeysetHandle keys = TinkJsonProtoKeysetFormat.parseKeyset(
                    KeyFile.read(keyFile), RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
            return new Vault(keys.getPrimitive(RegistryConfiguration.get(), Aead.class));
        } catch (GeneralSecurityException unreadable) {
            throw new IllegalStateException("The key file " + keyFile + " holds no key", unreadable);
        }
    }

    /** Encrypts for this place. */
    public byte[] encrypt(byte[] plain, String context) {
        try {
            return aead.encrypt(plain, place(context));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Throws {@link IllegalStateException} if the bytes were changed, moved, or written with another key. */
    public byte[] decrypt(byte[] secret, String context) {
        try {
            return aead.decrypt(secret, place(context));
        } catch (GeneralSecurityException foreign) {
            throw new IllegalStateException(
                    "What is stored as " + context + " was not encrypted here with this key", foreign);
        }
    }

    private static byte[] place(String context) {
        return (WorkspaceId.FIRST + "|" + context).getBytes(StandardCharsets.UTF_8);
    }
}
