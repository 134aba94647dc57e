package dev.tutti.builtin.crypto;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES with the initialization vector in front of what was encrypted. */
final class Aes {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int GCM_VECTOR = 12;
    private static final int CBC_VECTOR = 16;
    private static final int TAG_BITS = 128;

    private final boolean sealed;
    private final byte[] key;

    /** @param sealed whether changes are noticed (GCM); else CBC, which older systems know */
    Aes(boolean sealed, byte[] key) {
        this.sealed = sealed;
        this.key = key;
    }

    /** Whether AES knows keys of this length. */
    static boolean fits(byte[] key) {
        return key.length == 16 || key.length == 24 || key.length == 32;
    }

    byte[] encrypt(byte[] plain) {
        byte[] vector = new byte[sealed ? GCM_VECTOR : CBC_VECTOR];
        RANDOM.nextBytes(vector);
        try {
            byte[] secret = cipher(Cipher.ENCRYPT_MODE, vector).doFinal(plain);
            return ByteBuffer.allocate(vector.length + secret.length)
                    .put(vector)
                    .put(secret)
                    .array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @throws GeneralSecurityException where it was not encrypted with this key, or was changed */
    byte[] decrypt(byte[] secret) throws GeneralSecurityException {
        int length = sealed ? GCM_VECTOR : CBC_VECTOR;
        if (secret.length < length) {
            throw new GeneralSecurityException("too short");
        }
        return cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(secret, length))
                .doFinal(secret, length, secret.length - length);
    }

    private Cipher cipher(int mode, byte[] vector) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(sealed ? "AES/GCM/NoPadding" : "AES/CBC/PKCS5Padding");
        cipher.init(
                mode,
                new SecretKeySpec(key, "AES"),
                sealed ? new GCMParameterSpec(TAG_BITS, vector) : new IvParameterSpec(vector));
        return cipher;
    }
}
