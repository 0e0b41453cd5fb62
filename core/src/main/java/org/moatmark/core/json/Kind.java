package org.moatmark.core.json;

/** What kind of JSON value is expected somewhere, in words. */
enum Kind {
    TEXT("a text", "文字列", "Write a text in double quotes.", "二重引用符で囲んだ文字列を書いてください。"),
    NUMBER("a number", "数値", "Write a number without quotes.", "引用符を付けずに数値を書いてください。"),
    WHOLE("a whole number", "整数", "Write a whole number without quotes.", "引用符を付けずに整数を書いてください。"),
    BOOL(
            "true or false",
            "真偽値（true または false）",
            "Write true or false without quotes.",
            "引用符を付けずに true または false を書いてください。"),
    LIST("a list", "配列", "Write a list in square brackets.", "角括弧 [ ] で囲んだ配列を書いてください。"),
    OBJECT("an object", "オブジェクト", "Write an object in braces.", "波括弧 { } で囲んだオブジェクトを書いてください。"),
    AGGREGATION(
            "a word or {\"meanOfBest\": n}",
            "集計方法の語、または {\"meanOfBest\": n} ",
            "Write \"arithmetic\", \"geometric\", \"minimum\", \"balance\" or {\"meanOfBest\": n}.",
            "\"arithmetic\"、\"geometric\"、\"minimum\"、\"balance\"、{\"meanOfBest\": n} のいずれかを書いてください。"),
    TEXT_MAP(
            "a text in each language",
            "言語ごとの文字列",
            "Write an object with one text per language, such as {\"en\": \"...\", \"ja\": \"...\"}.",
            "{\"en\": \"...\", \"ja\": \"...\"} のように、言語ごとの文字列をもつオブジェクトを書いてください。"),
    TEXT_OR_LIST(
            "a text or a list of texts",
            "文字列、または文字列の配列",
            "Write one text in double quotes, or several in square brackets.",
            "二重引用符で囲んだ文字列を一つ、または角括弧で囲んで複数書いてください。");

    final String en;
    final String ja;
    final String hintEn;
    final String hintJa;

    Kind(String en, String ja, String hintEn, String hintJa) {
        this.en = en;
        this.ja = ja;
        this.hintEn = hintEn;
        this.hintJa = hintJa;
    }
}
