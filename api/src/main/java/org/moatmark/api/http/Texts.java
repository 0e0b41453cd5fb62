package org.moatmark.api.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.moatmark.core.issue.Issue;
import org.moatmark.core.json.JsonArray;
import org.moatmark.core.json.JsonObject;
import org.moatmark.core.json.JsonString;
import org.moatmark.core.json.JsonValue;

/** Which characters a text may hold. */
final class Texts {

    private Texts() {}

    /** Fillers that are letters by class and that nobody sees. */
    private static final Set<Integer> FILLERS = Set.of(0x115f, 0x1160, 0x2800, 0x3164, 0xffa0);

    /** What no name may hold: controls, ends of lines, what turns the direction of the text around it, what nobody sees. */
    static boolean spoilsName(int c) {
        return endsLine(c) || spoilsWords(c) || hides(c);
    }

    /** What not even words that may have several lines may hold. */
    static boolean spoilsWords(int c) {
        return (Character.isISOControl(c) && c != '\n' && c != '\t') || turns(c) || isUnassigned(c);
    }

    private static boolean endsLine(int c) {
        return c == '\n' || c == '\t' || c == 0x2028 || c == 0x2029;
    }

    /** Marks without a width that no script needs; joiners stay, as emoji and some scripts are written with them. */
    private static boolean hides(int c) {
        return c == 0x200b
                || c == 0x180e
                || (c >= 0x2060 && c <= 0x2064)
                || c == 0xfeff
                || (c >= 0xfff9 && c <= 0xfffb);
    }

    /** Whether anybody would see something. */
    static boolean isVisible(String text) {
        return text.codePoints().anyMatch(c -> {
            int type = Character.getType(c);
            boolean nothing = Character.isWhitespace(c)
                    || Character.isSpaceChar(c)
                    || type == Character.FORMAT
                    || type == Character.CONTROL
                    || type == Character.NON_SPACING_MARK
                    || FILLERS.contains(c);
            return !nothing;
        });
    }

    /** Embeddings, overrides and isolates of direction; free texts may hold them, as pages isolate those. */
    private static boolean turns(int c) {
        return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
    }

    /**
     * What is no character. Which codes are assigned depends on the Java that runs, so those that Unicode sets aside for
     * pictographs and Han characters count as assigned: somebody's name or smile may be newer than this machine.
     */
    private static boolean isUnassigned(int c) {
        boolean setAside = (c >= 0x1f000 && c <= 0x1fffd) || (c >= 0x20000 && c <= 0x3fffd);
        boolean none = (c & 0xfffe) == 0xfffe;
        return none || (Character.getType(c) == Character.UNASSIGNED && !setAside);
    }

    /** Refuses a document in which any text holds what is no character. */
    static void check(JsonValue document) {
        List<Issue> issues = new ArrayList<>();
        check(document, "", issues);
        if (!issues.isEmpty()) {
            throw Halt.of(Slug.VALIDATION, issues);
        }
    }

    private static void check(JsonValue value, String at, List<Issue> issues) {
        if (value instanceof JsonString string) {
            if (hasUnassigned(string.value())) {
                issues.add(BodyFaults.unassigned(at));
            }
        } else if (value instanceof JsonArray array) {
            for (int i = 0; i < array.values().size(); i++) {
                check(array.values().get(i), at + "/" + i, issues);
            }
        } else if (value instanceof JsonObject object) {
            for (int i = 0; i < object.size(); i++) {
                String key = object.key(i);
                String inner = at + "/" + key.replace("~", "~0").replace("/", "~1");
                if (hasUnassigned(key)) {
                    issues.add(BodyFaults.unassigned(inner));
                }
                check(object.value(i), inner, issues);
            }
        }
    }

    private static boolean hasUnassigned(String text) {
        for (int i = 0; i < text.length(); i++) {
            // Nearly every text is plain; only what is beyond it is looked up.
            if (text.charAt(i) > 0x2ff) {
                return text.codePoints().anyMatch(Texts::isUnassigned);
            }
        }
        return false;
    }
}
