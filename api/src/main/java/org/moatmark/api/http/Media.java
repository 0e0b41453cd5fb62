package org.moatmark.api.http;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a client accepts, what it sends, and which language it reads. */
final class Media {

    private static final Pattern RANGE = Pattern.compile(
            "\\s*([!#$%&'*+.^_`|~0-9A-Za-z-]+)/([!#$%&'*+.^_`|~0-9A-Za-z-]+)\\s*((?:;[^,]*)?)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern QUALITY = Pattern.compile(";\\s*q\\s*=\\s*([01](?:\\.\\d{0,3})?)\\s*(?:;|$)");
    private static final Pattern CHARSET = Pattern.compile("\\s*charset\\s*=\\s*\"?utf-?8\"?\\s*");

    /** Japanese, English or anything, of whatever region, with its weight. */
    private static final Pattern LANGUAGE = Pattern.compile(
            "\\s*(ja|en|\\*)(?:-[0-9a-z-]*)?\\s*(?:;\\s*q\\s*=\\s*([01](?:\\.\\d{0,3})?)\\s*)?",
            Pattern.CASE_INSENSITIVE);

    private Media() {}

    /** The best of the offered types, the first where the client does not care; null if it takes none. */
    static @Nullable String choose(@Nullable String accept, List<String> offered) {
        if (accept == null || accept.isBlank()) {
            return offered.get(0);
        }
        String best = null;
        double most = 0;
        for (String type : offered) {
            double quality = quality(accept, type);
            if (quality > most) {
                most = quality;
                best = type;
            }
        }
        return best;
    }

    /** The weight that a client gives a type: that of the closest range. */
    private static double quality(String accept, String type) {
        int closest = -1;
        double quality = 0;
        for (String part : accept.split(",")) {
            Matcher range = RANGE.matcher(part);
            if (!range.matches()) {
                continue;
            }
            int close = closeness(range.group(1), range.group(2), type);
            if (close > closest) {
                closest = close;
                Matcher weight = QUALITY.matcher(range.group(3).toLowerCase(Locale.ROOT));
                quality = weight.find() ? Double.parseDouble(weight.group(1)) : 1;
            }
        }
        return quality;
    }

    private static int closeness(String main, String sub, String type) {
        int slash = type.indexOf('/');
        if ("*".equals(main) && "*".equals(sub)) {
            return 0;
        } else if (!main.equalsIgnoreCase(type.substring(0, slash))) {
            return -1;
        } else if ("*".equals(sub)) {
            return 1;
        }
        return sub.equalsIgnoreCase(type.substring(slash + 1)) ? 2 : -1;
    }

    /** Whether a Content-Type names the type, in UTF-8 where it names a charset at all. */
    static boolean is(@Nullable String contentType, String type) {
        if (contentType == null) {
            return false;
        }
        String[] parts = contentType.toLowerCase(Locale.ROOT).split(";");
        if (parts.length == 0 || !parts[0].strip().equals(type)) {
            return false;
        }
        for (int i = 1; i < parts.length; i++) {
            if (parts[i].strip().startsWith("charset")
                    && !CHARSET.matcher(parts[i]).matches()) {
                return false;
            }
        }
        return true;
    }

    /** English or Japanese, whichever the client likes better; English where it does not say. */
    static String language(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.length() > 500) {
            return "en";
        }
        String best = "en";
        double most = 0;
        for (String range : acceptLanguage.split(",")) {
            Matcher language = LANGUAGE.matcher(range);
            if (language.matches()) {
                String weight = language.group(2);
                double quality = weight == null ? 1 : Double.parseDouble(weight);
                if (quality > most) {
                    most = quality;
                    best = "ja".equalsIgnoreCase(language.group(1)) ? "ja" : "en";
                }
            }
        }
        return best;
    }
}
