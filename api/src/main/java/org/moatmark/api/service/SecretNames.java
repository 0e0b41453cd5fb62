package org.moatmark.api.service;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.moatmark.core.response.Company;

/** Names that say nothing to anybody without the secret, and are the same every year. */
record SecretNames(String secret) {

    String tenant(String tenant) {
        return of("tenant", tenant);
    }

    /** A company is the same for whoever assesses it if it has the same name in the same country. */
    String company(Company company) {
        return of("company", Folded.of(company.name()), Objects.requireNonNullElse(company.country(), ""));
    }

    String of(String... parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                mac.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                mac.update(bytes);
            }
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java platform has HmacSHA256.", missing);
        }
    }
}
