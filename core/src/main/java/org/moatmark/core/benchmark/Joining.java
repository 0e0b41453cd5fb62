package org.moatmark.core.benchmark;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.issue.Issue;
import org.moatmark.core.issue.Words;
import org.moatmark.core.questionnaire.TextMap;

/** Whether two case libraries can stand side by side: no id, key or rater of the one is in the other. */
final class Joining {

    private final List<Issue> issues = new ArrayList<>();

    private Joining() {}

    /** The second library, or all that keeps it from standing beside the first; paths are places in its files. */
    static Checked<CaseLibrary> of(CaseLibrary first, CaseLibrary second) {
        Joining joining = new Joining();
        joining.questionnaires(first, second);
        joining.ids(first, second);
        joining.raters(first, second);
        return joining.issues.isEmpty()
                ? new Checked.Valid<>(second, List.of())
                : new Checked.Invalid<>(joining.issues);
    }

    /** Two pages, one after the other, in every language that either has. */
    static TextMap pages(TextMap first, TextMap second) {
        Set<String> languages = new TreeSet<>(first.languages());
        languages.addAll(second.languages());
        TreeMap<String, String> both = new TreeMap<>();
        for (String language : languages) {
            both.put(
                    language,
                    first.in(language).strip() + "\n\n" + second.in(language).strip() + "\n");
        }
        return new TextMap(both);
    }

    private void questionnaires(CaseLibrary first, CaseLibrary second) {
        String ours = named(first);
        String theirs = named(second);
        if (!first.questionnaire().methodHash().equals(second.questionnaire().methodHash())) {
            issues.add(new Issue(
                    "other-questionnaire",
                    "",
                    new Words(
                            "The other library is rated on " + theirs + ", this one on " + ours + ".",
                            "もう一方のライブラリーは" + theirs + "で評価されていますが、こちらは" + ours + "で評価されています。"),
                    new Words("Rate both on the same version of the same questionnaire.", "同じ質問票の同じバージョンで評価してください。")));
        }
    }

    private void ids(CaseLibrary first, CaseLibrary second) {
        List<CaseCompany> companies = second.companies();
        for (int i = 0; i < companies.size(); i++) {
            if (first.company(companies.get(i).id()).isPresent()) {
                clash("companies.csv", i, "case_id", companies.get(i).id());
            }
        }
        Set<String> facts = new HashSet<>();
        first.facts().forEach(fact -> facts.add(fact.id()));
        first.contextFacts().forEach(fact -> facts.add(fact.id()));
        factIds("facts.csv", second.facts(), facts);
        factIds("context-facts.csv", second.contextFacts(), facts);
        Set<String> points = new HashSet<>();
        first.referencePoints().forEach(point -> points.add(point.key()));
        List<ReferencePoint> others = second.referencePoints();
        for (int i = 0; i < others.size(); i++) {
            if (points.contains(others.get(i).key())) {
                clash("reference-points.csv", i, "key", others.get(i).key());
            }
        }
    }

    private void factIds(String file, List<CaseFact> facts, Set<String> taken) {
        for (int i = 0; i < facts.size(); i++) {
            if (taken.contains(facts.get(i).id())) {
                clash(file, i, "fact_id", facts.get(i).id());
            }
        }
    }

    private void clash(String file, int index, String column, String id) {
        issues.add(new Issue(
                "id-not-unique",
                "/" + file + "/" + (index + 2) + "/" + column,
                new Words("'" + id + "' is in both libraries.", "「" + id + "」は両方のライブラリーにあります。"),
                new Words("Give it another id in one of them.", "どちらか一方で別のIDを付けてください。")));
    }

    private void raters(CaseLibrary first, CaseLibrary second) {
        for (String rater : second.raters()) {
            if (first.raters().contains(rater)) {
                issues.add(new Issue(
                        "rater-not-unique",
                        "/ratings.csv",
                        new Words(
                                "Both libraries have a rater named '" + rater + "'.",
                                "両方のライブラリーに「" + rater + "」という評価者がいます。"),
                        new Words(
                                "Give the rater another name in one of them, since two people's ratings must not be"
                                        + " taken for one person's.",
                                "別人の評価が同じ人のものと見なされないよう、どちらか一方で別の名前を付けてください。")));
            }
        }
    }

    private static String named(CaseLibrary library) {
        return "'" + library.questionnaire().id() + "' "
                + library.questionnaire().version();
    }
}
