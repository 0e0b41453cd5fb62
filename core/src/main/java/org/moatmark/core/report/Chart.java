package org.moatmark.core.report;

import java.io.Serializable;
import java.util.List;
import org.moatmark.core.issue.Words;
import org.moatmark.core.questionnaire.TextMap;

/**
 * A chart before it is drawn: what it shows, and nothing of how. The picture, the table and the sentence are all made from
 * it, so that they cannot differ.
 */
public sealed interface Chart extends Serializable
        permits DotPlot, BulletBars, LikertBars, RangeStrip, Slope, HeatMap, RankStrip, ActionBars, SmallMultiples {

    /**
     * Its name in addresses and files.
     *
     * @return such as {@code profile}
     */
    String name();

    /**
     * Its heading.
     *
     * @return the heading in each language
     */
    TextMap title();

    /**
     * What is printed under it: how many answered, what is missing, how to read it.
     *
     * @return sentences
     */
    List<Words> notes();

    /**
     * What it says, in one sentence.
     *
     * @param language {@code "ja"} for Japanese, all else for English
     * @return the sentence
     */
    String takeaway(String language);

    /**
     * Its numbers.
     *
     * @param language {@code "ja"} for Japanese, all else for English
     * @return the table
     */
    ChartTable table(String language);

    /**
     * The picture, with a text alternative inside.
     *
     * @param style how it is drawn
     * @return an {@code svg} element with its namespace and without an XML declaration, ended by a line feed
     */
    String svg(ChartStyle style);
}
