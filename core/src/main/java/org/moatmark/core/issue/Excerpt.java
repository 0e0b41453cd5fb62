package org.moatmark.core.issue;

/** What is shown of somebody's data inside a message: at most a hundred characters, on one line. */
public final class Excerpt {

    private static final int MOST = 100;

    private Excerpt() {}

    /**
     * A text, cut after a hundred characters, control and format characters replaced. It is never cut within what people take
     * for one character: a letter with its marks, an emoji with its skin, a flag.
     *
     * @param text any text
     * @return what can be shown of it
     */
    public static String of(String text) {
        StringBuilder shown = new StringBuilder();
        int points = 0;
        int whole = 0;
        int flags = 0;
        for (int i = 0; i < text.length(); points++) {
            int c = text.codePointAt(i);
            boolean goesOn = isMark(c) || (isHalfFlag(c) && flags % 2 == 1);
            flags = isHalfFlag(c) ? flags + 1 : 0;
            if (!goesOn) {
                whole = shown.length();
            }
            if (points == MOST) {
                // A letter of a hundred marks is cut where it is: nothing would be left of it else.
                shown.setLength(whole == 0 ? shown.length() : whole);
                return shown.append('…').toString();
            }
            boolean hidden = Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
            shown.appendCodePoint(hidden ? '\uFFFD' : c);
            i += Character.charCount(c);
        }
        return shown.toString();
    }

    /** Whether a character belongs to the one before it; asked of types, not of tables that differ between versions of Java. */
    private static boolean isMark(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> c >= 0x1F3FB && c <= 0x1F3FF;
        };
    }

    private static boolean isHalfFlag(int c) {
        return c >= 0x1F1E6 && c <= 0x1F1FF;
    }
}
