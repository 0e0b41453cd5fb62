package org.moatmark.core.interop;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.benchmark.Basis;
import org.moatmark.core.benchmark.CaseRating;
import org.moatmark.core.benchmark.Judgement;
import org.moatmark.core.issue.Excerpt;
import org.moatmark.core.issue.Words;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.Questionnaire;

/** Reads {@code ratings.csv}: one row for each company, rater and item. */
final class RatingsCsv {

    private static final String NOT_APPLICABLE = "NA";

    private static final int BEST = 5;

    private static final int SUREST = 3;

    private final Questionnaire questionnaire;
    private final Set<String> items = new LinkedHashSet<>();
    private final Given companies;
    private final Given factIds;
    private final FactsCsv facts;
    private final CsvFaults faults;
    private final Map<List<String>, Integer> rowOf = new HashMap<>();

    RatingsCsv(Questionnaire questionnaire, Given companies, Given factIds, FactsCsv facts, CsvFaults faults) {
        this.questionnaire = questionnaire;
        this.companies = companies;
        this.factIds = factIds;
        this.facts = facts;
        this.faults = faults;
        for (Item item : questionnaire.items()) {
            items.add(item.key());
        }
    }

    /** The ratings without a fault. */
    List<CaseRating> read(CsvTable table) {
        List<CaseRating> ratings = new ArrayList<>();
        Set<String> rated = new LinkedHashSet<>();
        for (CsvRow row : table.rows(faults)) {
            CaseRating rating = rating(row);
            if (rating != null) {
                ratings.add(rating);
            }
            rated.add(row.cell("case_id"));
        }
        if (table.isComplete() && companies.isComplete()) {
            for (String company : companies.all()) {
                if (!rated.contains(company)) {
                    unrated(company);
                }
            }
        }
        return ratings;
    }

    private @Nullable CaseRating rating(CsvRow row) {
        int before = faults.count();
        String company = row.required("case_id");
        if (company != null && companies.isComplete() && !companies.contains(company)) {
            CsvMessages.unknownCompany(company, companies.all(), row.at("case_id"), faults);
        }
        String rater = rater(row);
        String item = item(row);
        if (company != null && rater != null && item != null) {
            unique(company, rater, item, row);
        }
        Judgement judgement = judgement(row);
        Basis basis = basis(row, company, judgement);
        if (!faults.noneSince(before) || company == null || rater == null || item == null || judgement == null) {
            return null;
        }
        return new CaseRating(company, rater, item, judgement, basis, row.optional("reason"));
    }

    private @Nullable String rater(CsvRow row) {
        String rater = row.required("rater");
        if (rater != null && rater.length() > CsvRow.LONGEST_ID) {
            CsvMessages.form(
                    "invalid-rater",
                    rater,
                    new Words("a name of at most " + CsvRow.LONGEST_ID + " characters", CsvRow.LONGEST_ID + "文字以内の名前"),
                    new Words("Write a short name or a letter.", "短い名前か一文字を書いてください。"),
                    row.at("rater"),
                    faults);
            return null;
        }
        return rater;
    }

    private @Nullable String item(CsvRow row) {
        String item = row.required("item");
        if (item != null && !items.contains(item)) {
            String id = questionnaire.id();
            CsvMessages.unknown(
                    "unknown-item",
                    new Words("item", "設問"),
                    item,
                    new Words(
                            "questionnaire '" + id + "' " + questionnaire.version(),
                            "質問票「" + id + "」" + questionnaire.version() + " に"),
                    new Words("Write the key of an item of the questionnaire.", "質問票にある設問のキーを書いてください。"),
                    items,
                    row.at("item"),
                    faults);
            return null;
        }
        return item;
    }

    private void unique(String company, String rater, String item, CsvRow row) {
        Integer first = rowOf.putIfAbsent(List.of(company, rater, item), row.number());
        if (first != null) {
            String who = Excerpt.of(company) + " / " + Excerpt.of(rater) + " / " + item;
            CsvMessages.notUnique(
                    "rating-not-unique", new Words("the rating " + who, who + " の評価"), first, row.at("item"), faults);
        }
    }

    private @Nullable Judgement judgement(CsvRow row) {
        String rating = row.cell("rating");
        String confidence = row.cell("confidence");
        if (rating.isEmpty() || rating.equals(NOT_APPLICABLE)) {
            if (!confidence.isEmpty()) {
                confidenceWithoutRating(row);
            }
            return rating.isEmpty() ? new Judgement.NotJudged() : new Judgement.NotApplicable();
        }
        int value = digit(rating, BEST);
        if (value == 0) {
            CsvMessages.form(
                    "rating-off-scale",
                    rating,
                    new Words("a whole number from 1 to " + BEST + ", NA or nothing", "1から" + BEST + "までの整数かNA、または空"),
                    new Words(
                            "Write the number of the anchor, NA if the item does not apply, nothing if it was not"
                                    + " judged.",
                            "段階の番号を書いてください。該当しない設問はNA、判断しなかった設問は空にします。"),
                    row.at("rating"),
                    faults);
        }
        int sure = confidence.isEmpty() ? 0 : digit(confidence, SUREST);
        if (confidence.isEmpty() && value > 0) {
            confidenceMissing(row);
        } else if (!confidence.isEmpty() && sure == 0) {
            CsvMessages.form(
                    "confidence-off-scale",
                    confidence,
                    new Words("a whole number from 1 to " + SUREST, "1から" + SUREST + "までの整数"),
                    new Words(
                            "Write 1 for unsure, 2 for fairly sure, 3 for sure.", "自信がなければ1、ある程度あれば2、十分あれば3と書いてください。"),
                    row.at("confidence"),
                    faults);
        }
        return value == 0 || sure == 0 ? null : new Judgement.Rated(value, sure);
    }

    private static int digit(String cell, int most) {
        int value = cell.length() == 1 ? cell.charAt(0) - '0' : 0;
        return value >= 1 && value <= most ? value : 0;
    }

    private void confidenceMissing(CsvRow row) {
        faults.add(
                "confidence-missing",
                row.at("confidence"),
                "there is a rating, but no confidence.",
                "評価がありますが、確信度がありません。",
                "Write how sure the rater is, from 1 to " + SUREST + ".",
                "評価者の確信度を1から" + SUREST + "で書いてください。");
    }

    private void confidenceWithoutRating(CsvRow row) {
        faults.add(
                "confidence-without-rating",
                row.at("confidence"),
                "there is a confidence of \"" + Excerpt.of(row.cell("confidence")) + "\", but no rating.",
                "評価がないのに、確信度 \"" + Excerpt.of(row.cell("confidence")) + "\" があります。",
                "Write the rating, or leave the confidence empty.",
                "評価を書くか、確信度を空にしてください。");
    }

    private Basis basis(CsvRow row, @Nullable String company, @Nullable Judgement judgement) {
        String text = row.cell("basis");
        if (text.isEmpty()) {
            if (!(judgement instanceof Judgement.NotJudged)) {
                basisMissing(row);
            }
            return Basis.NONE;
        }
        List<String> named = new ArrayList<>();
        boolean known = false;
        for (String part : text.split(";", -1)) {
            String one = part.strip();
            if (one.isEmpty()) {
                basisForm(row);
            } else if (named.contains(one) || (known && one.equals(Basis.PUBLIC))) {
                listedTwice(one, row);
            } else if (one.equals(Basis.PUBLIC)) {
                known = true;
            } else {
                named.add(one);
                fact(one, company, row);
            }
        }
        return new Basis(named, known);
    }

    private void fact(String fact, @Nullable String company, CsvRow row) {
        String about = facts.about(fact);
        if (!factIds.contains(fact)) {
            if (factIds.isComplete()) {
                CsvMessages.unknown(
                        "unknown-fact",
                        new Words("fact", "事実"),
                        fact,
                        new Words("facts.csv", "facts.csv に"),
                        new Words("Add the fact to facts.csv, or correct its id.", "事実を facts.csv に追加するか、IDを直してください。"),
                        factIds.all(),
                        row.at("basis"),
                        faults);
            } else {
                faults.skip();
            }
        } else if (about != null && company != null && !about.equals(company)) {
            faults.add(
                    "fact-of-another",
                    row.at("basis"),
                    "fact '" + fact + "' is about '" + about + "', not about '" + Excerpt.of(company) + "'.",
                    "事実「" + fact + "」は「" + about + "」に関するもので、「" + Excerpt.of(company) + "」に関するものではありません。",
                    "Name facts about the company itself.",
                    "その企業自身に関する事実を挙げてください。");
        }
    }

    private void basisMissing(CsvRow row) {
        faults.add(
                "basis-missing",
                row.at("basis"),
                "there is a rating, but it rests on nothing.",
                "評価がありますが、根拠がありません。",
                "Write ids of facts, public, or both, joined by semicolons.",
                "事実のID、public、またはその両方を、セミコロンで区切って書いてください。");
    }

    private void basisForm(CsvRow row) {
        faults.add(
                "invalid-basis",
                row.at("basis"),
                "there is nothing between two semicolons, or before or after one.",
                "セミコロンの前後に何も書かれていない箇所があります。",
                "Join ids of facts and public by single semicolons, such as toyota-1;public.",
                "事実のIDと public を、toyota-1;public のように一つのセミコロンで区切ってください。");
    }

    private void listedTwice(String word, CsvRow row) {
        faults.add(
                "listed-twice",
                row.at("basis"),
                "'" + Excerpt.of(word) + "' is listed more than once.",
                "「" + Excerpt.of(word) + "」が二回以上挙げられています。",
                "Keep it once.",
                "一つだけ残してください。");
    }

    private void unrated(String company) {
        faults.warn(
                "company-without-ratings",
                CaseFile.RATINGS.place(),
                "nobody rated '" + company + "'; it counts nowhere.",
                "「" + company + "」を評価した人がいません。どの集計にも含まれません。",
                "Add its ratings, or leave the company out.",
                "評価を追加するか、企業を除いてください。");
    }
}
