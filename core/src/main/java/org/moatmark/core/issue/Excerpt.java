package org.moatmark.core.issue;

/** What is shown of somebody's data inside a message: at most a hundred characters, on one line. */
public final class Excerpt {

    private static final int MOST = 100;

    private Excerpt() {}

    /**
     * A text, cut after a hundred characters, control and format characters replaced.
     *
     * @param text any text
     * @return what can be shown of it
     */
    public static String of(String text) {
        StringBuilder shown = new StringBuilder();
        int points = 0;
        for (int i = 0; i < text.length(); points++) {
            if (points == MOST) {
                return shown.append('…').toString();
            }
            int c = text.codePointAt(i);
            boolean hidden = Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
            shown.appendCodePoint(hidden ? '\uFFFD' : c);
            i += Character.charCount(c);
        }
        return shown.toString();
    }
}
