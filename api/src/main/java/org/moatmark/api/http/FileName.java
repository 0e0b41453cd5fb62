package org.moatmark.api.http;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a file is called by who saves it: of which company, of what, as of when. Of what somebody wrote letters and digits are
 * taken and nothing else, so that a name can neither end the header nor lead to another folder.
 *
 * @param name the name, in any script
 */
record FileName(String name) {

    private static final int LONGEST = 60;
    private static final String PLAIN = "!#$&+-.^_`|~";

    /**
     * The name of a file of a result.
     *
     * @param company the company, as the file names it; null where it names none
     * @param of of what, such as a questionnaire
     * @param snapshot the snapshot that it shows; null for how things stood on the date
     * @param date the date that the file itself tells; null where it tells none
     * @param file what kind of file, such as {@code report.pdf}
     */
    static FileName of(
            @Nullable String company, String of, @Nullable String snapshot, @Nullable LocalDate date, String file) {
        String when = snapshot != null ? snapshot : date == null ? null : date.toString();
        return new FileName(Stream.of(company == null ? "" : bare(company), of, when, file)
                .filter(Objects::nonNull)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("-")));
    }

    /** Letters and digits, at most sixty. */
    static String bare(String written) {
        String bare = Normalizer.normalize(written, Normalizer.Form.NFC)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        return bare.codePointCount(0, bare.length()) <= LONGEST
                ? bare
                : bare.substring(0, bare.offsetByCodePoints(0, LONGEST));
    }

    /** A file that is saved. */
    Answer saved(Answer answer) {
        return answer.with("Content-Disposition", header("attachment"));
    }

    /** A file that a browser shows, and that is called so when it is saved all the same. */
    Answer shown(Answer answer) {
        return answer.with("Content-Disposition", header("inline"));
    }

    /** As RFC 6266 has it: in ASCII for old programs, and in full where that is more. */
    private String header(String type) {
        String ascii = name.replaceAll("[^A-Za-z0-9._-]+", "-")
                .replaceAll("-{2,}", "-")
                .replaceAll("^-", "");
        String header = type + "; filename=\"" + ascii + "\"";
        return ascii.equals(name) ? header : header + "; filename*=UTF-8''" + encoded();
    }

    /** As RFC 8187 has it. */
    private String encoded() {
        StringBuilder encoded = new StringBuilder();
        for (byte one : name.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (one & 0xff);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0);
            if (plain) {
                encoded.append(c);
            } else {
                encoded.append(String.format(Locale.ROOT, "%%%02X", (int) c));
            }
        }
        return encoded.toString();
    }
}
