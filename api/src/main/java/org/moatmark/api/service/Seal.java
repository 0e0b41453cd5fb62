package org.moatmark.api.service;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts what is kept for a caller with a key made from the caller's own credential, which is kept nowhere: an answer
 * that showed a new seat link can be replayed to the same caller, and nobody reads it in the database.
 */
public final class Seal {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE = 12;

    private final SecretKeySpec key;

    private Seal(SecretKeySpec key) {
        this.key = key;
    }

    /**
     * The seal of a credential.
     *
     * @param credential the key, token or cookie as it was sent
     * @return the seal
     */
    public static Seal of(String credential) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(credential.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return new Seal(
                    new SecretKeySpec(mac.doFinal("moatmark replay 1".getBytes(StandardCharsets.UTF_8)), "AES"));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java platform has HmacSHA256.", missing);
        }
    }

    /** This seal, closed with another one. */
    String within(Seal other) {
        return other.close(key.getEncoded());
    }

    /** The seal that was closed with this one. */
    Seal inside(String sealed) {
        return new Seal(new SecretKeySpec(open(sealed), "AES"));
    }

    String close(byte[] open) {
        try {
            byte[] nonce = new byte[NONCE];
            RANDOM.nextBytes(nonce);
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(open);
            return Base64.getEncoder()
                    .encodeToString(ByteBuffer.allocate(NONCE + sealed.length)
                            .put(nonce)
                            .put(sealed)
                            .array());
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("Every Java platform has AES in GCM mode.", broken);
        }
    }

    byte[] open(String sealed) {
        try {
            byte[] bytes = Base64.getDecoder().decode(sealed);
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(bytes, NONCE));
            return cipher.doFinal(bytes, NONCE, bytes.length - NONCE);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("What was kept for this caller cannot be opened.", broken);
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(128, nonce));
        return cipher;
    }

    @Override
    public String toString() {
        return "Seal";
    }
}
