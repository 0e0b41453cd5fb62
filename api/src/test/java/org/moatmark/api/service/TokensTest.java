package org.moatmark.api.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class TokensTest {

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    @Test
    void A15_a_hundred_thousand_tokens_are_of_one_form_differ_and_use_every_character_alike() {
        Tokens tokens = new Tokens(new SecureRandom());
        Set<String> seen = new HashSet<>();
        long[] counts = new long[ALPHABET.length()];
        int made = 100_000;
        for (int i = 0; i < made; i++) {
            String token = tokens.seat();
            assertThat(token).hasSize(44).startsWith("mm_seat_");
            assertThat(seen.add(token)).isTrue();
            for (int c = 8; c < 38; c++) {
                counts[ALPHABET.indexOf(token.charAt(c))]++;
            }
        }
        double expected = made * 30.0 / ALPHABET.length();
        double chiSquare = 0;
        for (long count : counts) {
            chiSquare += (count - expected) * (count - expected) / expected;
        }

        // 61 degrees of freedom: beyond 125 once in a million.
        assertThat(chiSquare).isLessThan(125);
    }

    /** Neither when a token was made nor the one before it says anything about it. */
    @Test
    void A15_a_token_goes_with_nothing_not_with_its_turn_and_not_with_the_one_before() {
        Tokens tokens = new Tokens(new SecureRandom());
        int made = 100_000;
        double[][] drawn = new double[30][made];
        for (int i = 0; i < made; i++) {
            String token = tokens.seat();
            for (int c = 0; c < 30; c++) {
                drawn[c][i] = ALPHABET.indexOf(token.charAt(8 + c));
            }
        }
        double[] turn = new double[made];
        Arrays.setAll(turn, i -> i);

        // Of numbers that do not go together, the correlation is beyond six parts of the root of n twice in a thousand
        // million.
        double chance = 6 / Math.sqrt(made);
        for (int c = 0; c < 30; c++) {
            assertThat(correlation(turn, drawn[c], 0))
                    .as("turn, character " + c)
                    .isBetween(-chance, chance);
            assertThat(correlation(drawn[c], drawn[c], 1))
                    .as("the one before, character " + c)
                    .isBetween(-chance, chance);
            assertThat(correlation(drawn[c], drawn[(c + 1) % 30], 0))
                    .as("the next character of " + c)
                    .isBetween(-chance, chance);
        }
    }

    /** Pearson's, of a number and the other so many places further on. */
    private static double correlation(double[] one, double[] other, int later) {
        int n = one.length - later;
        double meanOne = Arrays.stream(one, 0, n).average().orElseThrow();
        double meanOther = Arrays.stream(other, later, other.length).average().orElseThrow();
        double both = 0;
        double squaresOne = 0;
        double squaresOther = 0;
        for (int i = 0; i < n; i++) {
            double a = one[i] - meanOne;
            double b = other[i + later] - meanOther;
            both += a * b;
            squaresOne += a * a;
            squaresOther += b * b;
        }
        return both / Math.sqrt(squaresOne * squaresOther);
    }

    @Test
    void the_last_six_characters_are_the_checksum_of_the_others() {
        String key = new Tokens(new Random(1)).key();
        CRC32 crc = new CRC32();
        crc.update(key.substring(0, 38).getBytes(StandardCharsets.US_ASCII));
        long value = 0;
        for (char c : key.substring(38).toCharArray()) {
            value = value * 62 + ALPHABET.indexOf(c);
        }

        assertThat(value).isEqualTo(crc.getValue());
    }

    @Test
    void one_wrong_character_breaks_a_token_and_another_form_is_none_of_ours() {
        String key = new Tokens(new Random(3)).key();
        String wrong = key.substring(0, 20) + (key.charAt(20) == 'a' ? 'b' : 'a') + key.substring(21);

        assertThat(Tokens.isBroken(key)).isFalse();
        assertThat(Tokens.isBroken(wrong)).isTrue();
        assertThat(Tokens.isBroken("an-owner-key-that-somebody-chose-0123456789"))
                .isFalse();
        assertThat(Tokens.isBroken(key.substring(0, 40))).isFalse();
    }

    @Test
    void a_seal_opens_only_for_the_credential_that_closed_it() {
        String sealed = Seal.of("one").close("secret".getBytes(StandardCharsets.UTF_8));

        assertThat(sealed).doesNotContain("secret");
        assertThat(new String(Seal.of("one").open(sealed), StandardCharsets.UTF_8))
                .isEqualTo("secret");
        assertThatThrownBy(() -> Seal.of("two").open(sealed)).isInstanceOf(IllegalStateException.class);
    }
}
