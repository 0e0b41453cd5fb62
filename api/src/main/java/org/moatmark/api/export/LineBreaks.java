package org.moatmark.api.export;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.text.BreakIterator;
import java.util.Locale;

/** Where a line may end: between Japanese characters, but not before a closing bracket or a small kana. */
final class LineBreaks implements FSTextBreaker {

    private final BreakIterator breaks;

    LineBreaks(String language) {
        breaks = BreakIterator.getLineInstance("ja".equals(language) ? Locale.JAPANESE : Locale.ENGLISH);
    }

    @Override
    public int next() {
        return breaks.next();
    }

    @Override
    public void setText(String text) {
        breaks.setText(text);
    }
}
