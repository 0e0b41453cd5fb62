package org.moatmark.api.service;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * Makes keys, tokens of links and cookies: a prefix that says what it is, 30 random characters of 62 (178 bits), and six that
 * are the CRC-32 of what stands before them, so that a scanner knows a real one from a look-alike.
 */
public final class Tokens {

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final String SEAT = "mm_seat_";
    private static final String SHARE = "mm_shar_";
    private static final int RANDOM_LENGTH = 30;
    private static final int CHECK_LENGTH = 6;

    private static final Pattern FORM = Pattern.compile("mm_(?:live|seat|sess|shar)_[0-9A-Za-z]{36}");

    private final Random random;

    /**
     * Makes tokens.
     *
     * @param random a {@link java.security.SecureRandom}, or a seeded one in tests
     */
    public Tokens(Random random) {
        this.random = random;
    }

    String key() {
        return make("mm_live_");
    }

    String seat() {
        return make(SEAT);
    }

    String share() {
        return make(SHARE);
    }

    String cookie() {
        return make("mm_sess_");
    }

    /** 256 random bits for the program itself. */
    String secret() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private String make(String prefix) {
        StringBuilder token = new StringBuilder(prefix);
        for (int i = 0; i < RANDOM_LENGTH; i++) {
            token.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return token.append(checksum(token.toString())).toString();
    }

    private static String checksum(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.US_ASCII));
        char[] digits = new char[CHECK_LENGTH];
        long rest = crc.getValue();
        for (int i = CHECK_LENGTH - 1; i >= 0; i--) {
            digits[i] = ALPHABET.charAt((int) (rest % ALPHABET.length()));
            rest /= ALPHABET.length();
        }
        return new String(digits);
    }

    /**
     * Whether a credential looks like one of ours and cannot be: its checksum is wrong. Nobody needs to look for it.
     *
     * @param credential what somebody sent
     * @return true if it was mistyped or made up
     */
    public static boolean isBroken(String credential) {
        int checked = credential.length() - CHECK_LENGTH;
        return FORM.matcher(credential).matches()
                && !credential.substring(checked).equals(checksum(credential.substring(0, checked)));
    }

    /**
     * Whether a credential is the token of a link that shows a snapshot.
     *
     * @param credential what somebody sent
     * @return true if it looks like one
     */
    public static boolean isShare(String credential) {
        return credential.startsWith(SHARE);
    }

    /**
     * Whether a credential is the token of a seat's link.
     *
     * @param credential what somebody sent
     * @return true if it looks like one
     */
    static boolean isSeat(String credential) {
        return credential.startsWith(SEAT);
    }

    /**
     * What is kept of a credential.
     *
     * @param credential the whole key, token or cookie
     * @return SHA-256 in hexadecimal digits
     */
    public static String hash(String credential) {
        return hash(credential.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * What is kept of a body.
     *
     * @param bytes any bytes
     * @return SHA-256 in hexadecimal digits
     */
    public static String hash(byte[] bytes) {
        return HexFormat.of().formatHex(Sha256.begin().digest(bytes));
    }
}
