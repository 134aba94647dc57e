package dev.tutti.connection;

import java.nio.file.Path;

/**
 * Encrypts what the database must not be able to read, with a key that lies in a file outside it. The context names the
 * place of the ciphertext (table and id): a ciphertext that was moved to another place does not decrypt.
 */
public final class Vault {

    private Vault() {}

    /** Opens the key file, or creates it, readable by its owner only. */
    public static Vault open(Path keyFile) {
        throw new UnsupportedOperationException();
    }

    public byte[] encrypt(byte[] plain, String context) {
        throw new UnsupportedOperationException();
    }

    /** Throws {@link IllegalStateException} if the bytes were changed, moved, or written with another key. */
    public byte[] decrypt(byte[] secret, String context) {
        throw new UnsupportedOperationException();
    }
}
