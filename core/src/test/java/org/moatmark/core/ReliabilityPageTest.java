package org.moatmark.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.moatmark.core.benchmark.CaseLibrary;
import org.moatmark.core.benchmark.RaterReliability;
import org.moatmark.core.benchmark.Reliability;
import org.moatmark.core.psychometrics.Estimate;
import org.moatmark.core.psychometrics.IntervalEstimate;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.Node;

/**
 * The page on the agreement of the raters, {@code questionnaires/cases/RELIABILITY.md}, is what the product computes.
 *
 * <p>After a change that is meant, {@code mvn -pl core test -Dtest=ReliabilityPageTest -Dmoatmark.golden=write} writes it
 * anew and fails on purpose.
 */
class ReliabilityPageTest {

    private static final Path PAGE = Path.of("../questionnaires/cases/RELIABILITY.md");

    private static final boolean WRITE = "write".equals(System.getProperty("moatmark.golden"));

    private static final String INTRODUCTION = """
            # How well the raters agree

            Computed by the product from `ratings.csv` (`CaseLibrary.reliability()`); a test compares this page with it.

            Raters %s. Each company and item is one unit. *n* counts the units that both rated; *disputed* are those whose
            ratings differ by more than one step; *equal* is the share of units with the same rating. Alpha is Krippendorff's
            for ranks, with a 95 %% interval from %,d bootstrap draws of units (seed %d); kappa is Cohen's with quadratic
            weights; ICC(A,1) is the agreement of one rating, with an F-based 95 %% interval, ICC(A,k) that of the mean of the
            raters, which is what the scores use.

            How to read it: alpha from .800 is called reliable, from .667 enough for tentative conclusions (Krippendorff).
            Both raters come from the same kind of model and worked from the same facts, so all of this is an upper bound of
            what independent people would reach; see [`honesty.en.md`](honesty.en.md). Units of one company are taken as
            independent, which they are not quite, so the intervals over several items are rather too narrow. Agreement on an
            item on which nearly all companies are rated alike comes out low although few ratings differ.

            | of | n | disputed | equal | alpha | kappa | ICC(A,1) | ICC(A,k) |
            |---|---|---|---|---|---|---|---|
            """;

    @Test
    void the_page_is_what_the_product_computes() throws IOException {
        String page = page(Moatmark.shipped().cases());
        if (WRITE) {
            Files.writeString(PAGE, page);
        }

        assertThat(PAGE).content().isEqualTo(page);
        assertThat(WRITE)
                .as("The page was written anew. Read the difference and run without -Dmoatmark.golden=write.")
                .isFalse();
    }

    private static String page(CaseLibrary cases) {
        RaterReliability reliability = cases.reliability();
        StringBuilder page = new StringBuilder(String.format(
                Locale.ROOT,
                INTRODUCTION,
                String.join(" and ", reliability.raters()),
                reliability.runs(),
                reliability.seed()));
        row(page, "**all items**", reliability.overall());
        for (Node node : cases.questionnaire().nodes()) {
            if (node instanceof Node.Leaf leaf) {
                String title = node.head().title().in("en");
                row(page, "**" + node.key() + "** " + title, reliability.nodes().get(node.key()));
                for (Item item : leaf.items()) {
                    row(page, item.key(), reliability.items().get(item.key()));
                }
            }
        }
        return page.toString();
    }

    private static void row(StringBuilder page, String of, Reliability reliability) {
        page.append("| ").append(of);
        page.append(" | ").append(reliability.units());
        page.append(" | ").append(reliability.disputed());
        page.append(" | ").append(number(reliability.percentAgreement()));
        page.append(" | ").append(number(reliability.alpha()));
        page.append(limits(reliability.alphaInterval().limits()));
        page.append(" | ").append(number(reliability.kappa()));
        page.append(" | ").append(number(reliability.iccSingle()));
        page.append(limits(reliability.iccSingleInterval()));
        page.append(" | ").append(number(reliability.iccAverage()));
        page.append(" |\n");
    }

    private static String number(Estimate estimate) {
        return estimate instanceof Estimate.Point point ? three(point.value()) : "-";
    }

    private static String limits(IntervalEstimate interval) {
        return interval instanceof IntervalEstimate.Limits limits
                ? " (" + three(limits.low()) + " to " + three(limits.high()) + ")"
                : "";
    }

    private static String three(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
