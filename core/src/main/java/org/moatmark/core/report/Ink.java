package org.moatmark.core.report;

/** What a colour means in a chart; one hue of blues for steps, one accent for the company, greys for all else. */
enum Ink {
    /** The ground. */
    BACK("back", "#ffffff", "#10171e"),
    /** Words to be read. */
    TEXT("text", "#17212b", "#e9eef3"),
    /** Words beside, and the marks of others. */
    MUTED("muted", "#4d5b69", "#a9b6c2"),
    /** Lines that help the eye. */
    GRID("grid", "#dde3e9", "#2b3742"),
    /** Lines that mean something. */
    AXIS("axis", "#6b7885", "#8795a3"),
    /** The company; the accent goes here. */
    US("us", "#b3400c", "#ff9152"),
    /** The box of what is not shown, and of what is missing. */
    BOX("box", "#f3f5f8", "#1a232c"),
    /** The first of four steps under a bar. */
    SHADE_1("shade1", "#eff4fa", "#17222d"),
    /** The second. */
    SHADE_2("shade2", "#dce8f3", "#1f2f3f"),
    /** The third. */
    SHADE_3("shade3", "#c6d9eb", "#273d52"),
    /** The fourth. */
    SHADE_4("shade4", "#b8cfe5", "#304c67"),
    /** The lowest of five answers. */
    STEP_1("step1", "#dce8f3", "#1f3347"),
    /** The second. */
    STEP_2("step2", "#a9c6e2", "#2b5378"),
    /** The middle one: grey. */
    STEP_3("step3", "#98a2ab", "#7b8792"),
    /** The fourth. */
    STEP_4("step4", "#2f74b0", "#6fb1e6"),
    /** The highest. */
    STEP_5("step5", "#123f6c", "#cfe6fa"),
    /** Words on the lower steps. */
    ON_LOW("onlow", "#17212b", "#e9eef3"),
    /** Words on the middle one. */
    ON_MIDDLE("onmiddle", "#17212b", "#10171e"),
    /** Words on the upper steps. */
    ON_HIGH("onhigh", "#ffffff", "#10171e");

    private final String word;
    private final String light;
    private final String dark;

    Ink(String word, String light, String dark) {
        this.word = word;
        this.light = light;
        this.dark = dark;
    }

    /** Its part of the names of classes and properties. */
    String word() {
        return word;
    }

    /** The colour in a theme. */
    Colour in(ChartStyle.Theme theme, String accent) {
        Colour usual = Colour.of(theme == ChartStyle.Theme.DARK ? dark : light);
        if (this != US || accent.equals(US.light)) {
            return usual;
        }
        return Colour.of(accent).readableOn(BACK.in(theme, accent), ChartStyle.TEXT_CONTRAST);
    }

    /** The ink of one of five answers. */
    static Ink step(int answer) {
        return values()[STEP_1.ordinal() + answer - 1];
    }

    /** The ink of words on one of five answers. */
    static Ink onStep(int answer) {
        return answer < 3 ? ON_LOW : answer == 3 ? ON_MIDDLE : ON_HIGH;
    }

    /** The ink of one of four steps. */
    static Ink shade(int step) {
        return values()[SHADE_1.ordinal() + step - 1];
    }
}
