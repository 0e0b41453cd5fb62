package org.moatmark.api.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Opaque places in a list, signed, good for one tenant and one list. */
final class Cursors {

    private static final int SIGNATURE = 16;

    private final Supplier<String> kept;
    private volatile @Nullable SecretKeySpec secret;

    /** Fetches the secret when the first cursor is signed or read. */
    Cursors(Supplier<String> kept) {
        this.kept = kept;
    }

    private SecretKeySpec secret() {
        SecretKeySpec known = secret;
        if (known == null) {
            known = new SecretKeySpec(kept.get().getBytes(StandardCharsets.UTF_8), "HmacSHA256");
            secret = known;
        }
        return known;
    }

    /** The cursor of the place after an id. */
    String after(String tenant, String list, String id) {
        byte[] place = id.getBytes(StandardCharsets.UTF_8);
        byte[] signed = Arrays.copyOf(sign(tenant, list, id), SIGNATURE + place.length);
        System.arraycopy(place, 0, signed, SIGNATURE, place.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
    }

    /** The id that a cursor stands after; the empty string without a cursor. */
    String read(String tenant, String list, @Nullable String cursor) {
        if (cursor == null) {
            return "";
        }
        byte[] signed;
        try {
            signed = Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException notOurs) {
            throw Halt.of(Slug.INVALID_CURSOR);
        }
        if (signed.length <= SIGNATURE) {
            throw Halt.of(Slug.INVALID_CURSOR);
        }
        String id = new String(signed, SIGNATURE, signed.length - SIGNATURE, StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(Arrays.copyOf(signed, SIGNATURE), sign(tenant, list, id))) {
            throw Halt.of(Slug.INVALID_CURSOR);
        }
        return id;
    }

    private byte[] sign(String tenant, String list, String id) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(secret());
            byte[] all = mac.doFinal((tenant + "\n" + list + "\n" + id).getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(all, SIGNATURE);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java platform has HmacSHA256.", missing);
        }
    }
}
