package dev.tutti.trigger;

import java.security.SecureRandom;

/** The secret part of a webhook's address: 160 bits from a secure source, found by their hash. */
final class HookToken {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int LENGTH = 32;

    private HookToken() {}

    static String random() {
        byte[] bytes = new byte[LENGTH];
        RANDOM.nextBytes(bytes);
        StringBuilder token = new StringBuilder(LENGTH);
        for (byte each : bytes) {
            token.append(ALPHABET.charAt(each & 31));
        }
        return token.toString();
    }

    /** Whether a text could be a token at all. */
    static boolean plausible(String text) {
        if (text.length() != LENGTH) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            if (ALPHABET.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    static byte[] hash(String token) {
        return Digests.of(token);
    }
}
