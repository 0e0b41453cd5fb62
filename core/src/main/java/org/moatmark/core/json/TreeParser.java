package org.moatmark.core.json;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Issue;

/**
 * Builds the tree of one document from Gson's tokens; used once.
 *
 * <p>The place in the document is kept as names and numbers by depth and becomes a pointer only when there is something
 * to say.
 */
final class TreeParser {

    /** Most numbers of a document are small, and those of a hostile one too: they are there once. */
    private static final JsonNumber[] SMALL = small();

    private static final JsonObject EMPTY = new JsonObject(new String[0], new JsonValue[0], null);

    /** Gson says where it stands only in words. */
    private static final Pattern PLACE = Pattern.compile("at line (\\d+) column (\\d+)");

    private final String text;
    private final JsonReader tokens;
    private final List<Issue> issues = new ArrayList<>();
    private final @Nullable String[] names = new @Nullable String[JsonTree.MAX_DEPTH + 1];
    private final int[] indices = new int[JsonTree.MAX_DEPTH + 1];
    private int depth;

    TreeParser(String text) {
        this.text = text;
        this.tokens = new JsonReader(new StringReader(text));
        tokens.setStrictness(Strictness.STRICT);
        tokens.setNestingLimit(JsonTree.MAX_DEPTH);
    }

    JsonTree.Parsed parse() {
        if (text.startsWith("\uFEFF")) {
            return new JsonTree.Parsed(null, List.of(JsonFaults.byteOrderMark()));
        }
        try {
            JsonValue tree = value();
            if (tokens.peek() != JsonToken.END_DOCUMENT) {
                throw new Malformed(JsonFaults.Reason.SYNTAX);
            }
            return new JsonTree.Parsed(tree, issues);
        } catch (Malformed malformed) {
            return malformed(malformed.reason);
        } catch (IOException | IllegalStateException | NumberFormatException broken) {
            // Gson refuses lone surrogates by itself, and tells them from other faults only in words.
            String words = broken.getMessage();
            boolean half = words != null && words.contains("surrogate");
            return malformed(half ? JsonFaults.Reason.HALF_CHARACTER : JsonFaults.Reason.SYNTAX);
        }
    }

    private JsonTree.Parsed malformed(JsonFaults.Reason reason) {
        Matcher place = PLACE.matcher(tokens.toString());
        int line = 1;
        int column = 1;
        if (place.find()) {
            line = Integer.parseInt(place.group(1));
            column = Integer.parseInt(place.group(2));
        }
        JsonFaults.Reason said = text.isBlank() ? JsonFaults.Reason.EMPTY : reason;
        return new JsonTree.Parsed(null, List.of(JsonFaults.malformed(said, line, column)));
    }

    private JsonValue value() throws IOException {
        switch (tokens.peek()) {
            case BEGIN_OBJECT:
                return object();
            case BEGIN_ARRAY:
                return array();
            case STRING:
                String string = tokens.nextString();
                check(string);
                return new JsonString(string);
            case NUMBER:
                return number(tokens.nextString());
            case BOOLEAN:
                return tokens.nextBoolean() ? JsonBool.TRUE : JsonBool.FALSE;
            case NULL:
                tokens.nextNull();
                return JsonNull.NULL;
            default:
                throw new Malformed(JsonFaults.Reason.SYNTAX);
        }
    }

    private JsonObject object() throws IOException {
        goDeeper();
        tokens.beginObject();
        if (!tokens.hasNext()) {
            tokens.endObject();
            depth--;
            return EMPTY;
        }
        String[] keys = new String[4];
        JsonValue[] values = new JsonValue[4];
        Map<String, Integer> places = null;
        int size = 0;
        while (tokens.hasNext()) {
            String key = tokens.nextName();
            names[depth] = key;
            check(key);
            boolean twice = places != null ? places.containsKey(key) : contains(keys, size, key);
            if (twice) {
                note(JsonFaults.duplicateKey(pointer(), key));
            }
            JsonValue value = value();
            if (twice) {
                continue;
            }
            if (size == keys.length) {
                keys = Arrays.copyOf(keys, size * 2);
                values = Arrays.copyOf(values, size * 2);
            }
            keys[size] = key;
            values[size] = value;
            size++;
            if (places != null) {
                places.put(key, size - 1);
            } else if (size > JsonObject.WALK) {
                places = new HashMap<>();
                for (int i = 0; i < size; i++) {
                    places.put(keys[i], i);
                }
            }
        }
        tokens.endObject();
        names[depth] = null;
        depth--;
        return size == keys.length
                ? new JsonObject(keys, values, places)
                : new JsonObject(Arrays.copyOf(keys, size), Arrays.copyOf(values, size), places);
    }

    private void note(Issue issue) {
        if (issues.size() < Faults.MOST_KEPT) {
            issues.add(issue);
        }
    }

    private static boolean contains(String[] keys, int size, String key) {
        for (int i = 0; i < size; i++) {
            if (keys[i].equals(key)) {
                return true;
            }
        }
        return false;
    }

    private void goDeeper() {
        if (depth == JsonTree.MAX_DEPTH) {
            throw new Malformed(JsonFaults.Reason.TOO_DEEP);
        }
        depth++;
    }

    private JsonArray array() throws IOException {
        goDeeper();
        tokens.beginArray();
        List<JsonValue> values = new ArrayList<>();
        for (int i = 0; tokens.hasNext(); i++) {
            indices[depth] = i;
            values.add(value());
        }
        tokens.endArray();
        depth--;
        return new JsonArray(values);
    }

    private static JsonNumber[] small() {
        JsonNumber[] small = new JsonNumber[100];
        for (int i = 0; i < small.length; i++) {
            small[i] = new JsonNumber(Integer.toString(i), i);
        }
        return small;
    }

    /** A number from 0 to 99, if it is written so. */
    private static @Nullable JsonNumber small(String digits) {
        int first = digits.charAt(0) - '0';
        if (digits.length() == 1) {
            return first >= 0 ? SMALL[first] : null;
        }
        int second = digits.charAt(1) - '0';
        return digits.length() == 2 && first > 0 && second >= 0 && second <= 9 ? SMALL[10 * first + second] : null;
    }

    private JsonNumber number(String digits) {
        JsonNumber known = small(digits);
        if (known != null) {
            return known;
        }
        if (digits.length() > JsonTree.MAX_NUMBER_LENGTH) {
            throw new Malformed(JsonFaults.Reason.LONG_NUMBER);
        }
        double value = Double.parseDouble(digits);
        if (Double.isInfinite(value)) {
            throw new Malformed(JsonFaults.Reason.HUGE_NUMBER);
        }
        if (value == 0 && !isZero(digits)) {
            note(JsonFaults.tooSmall(pointer(), digits));
            // Not zero for those who read on: it is one fault and not two.
            value = digits.startsWith("-") ? -Double.MIN_VALUE : Double.MIN_VALUE;
        }
        return new JsonNumber(digits, value);
    }

    /** Whether no digit before the exponent is other than 0. */
    private static boolean isZero(String digits) {
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c == 'e' || c == 'E') {
                return true;
            }
            if (c >= '1' && c <= '9') {
                return false;
            }
        }
        return true;
    }

    private void check(String string) {
        int length = string.length();
        for (int i = 0; i < length; i++) {
            if (string.charAt(i) == 0) {
                note(JsonFaults.nul(pointer()));
                return;
            }
        }
        if (length > JsonTree.MAX_TEXT_LENGTH) {
            int points = string.codePointCount(0, length);
            if (points > JsonTree.MAX_TEXT_LENGTH) {
                note(JsonFaults.longText(pointer(), points, JsonTree.MAX_TEXT_LENGTH));
            }
        }
    }

    private String pointer() {
        StringBuilder pointer = new StringBuilder();
        for (int i = 1; i <= depth; i++) {
            String name = names[i];
            if (name != null) {
                Pointers.append(pointer, name);
            } else {
                pointer.append('/').append(indices[i]);
            }
        }
        return pointer.toString();
    }

    /** Leaves the parser where the document stops being JSON. */
    private static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final JsonFaults.Reason reason;

        Malformed(JsonFaults.Reason reason) {
            super(null, null, false, false);
            this.reason = reason;
        }
    }
}
