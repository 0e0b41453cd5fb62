package org.moatmark.core.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.response.Evidence;
import org.moatmark.core.response.Respondent;
import org.moatmark.core.response.Response;
import org.moatmark.core.response.Wave;
import org.moatmark.core.scoring.ItemScore;
import org.moatmark.core.scoring.RespondentScore;

/** What answers rest on, as lines of plain text; no lines without the answers. */
final class EvidenceLines {

    /** What could steer a terminal, or break a line. */
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\p{Cf}\\u2028\\u2029]+");

    private final Map<String, Respondent> respondents = new HashMap<>();
    private final String language;

    EvidenceLines(@Nullable Wave wave, String language) {
        this.language = language;
        if (wave != null) {
            wave.respondents().forEach(one -> respondents.put(one.seat().key(), one));
        }
    }

    /** The grade on which an answer stands; empty where it has no evidence. */
    String grade(ItemScore item, RespondentScore score) {
        Response.Answered answer = answer(item, score.seat());
        return answer == null || answer.evidence().isEmpty() ? "" : " (" + answer.bestGrade() + ")";
    }

    /** A line for each piece of evidence and each note. */
    List<String> of(ItemScore item) {
        List<String> lines = new ArrayList<>();
        for (RespondentScore score : item.respondents()) {
            Response.Answered answer = answer(item, score.seat());
            if (answer != null) {
                for (Evidence one : answer.evidence()) {
                    String kind =
                            one.grade() + " " + BackingWords.kind(one.grade()).in(language);
                    lines.add(line(score.seat(), kind, one.note(), one.link()));
                }
                if (answer.remarks().note() != null) {
                    lines.add(line(
                            score.seat(),
                            "ja".equals(language) ? "メモ" : "note",
                            answer.remarks().note(),
                            null));
                }
            }
        }
        return lines;
    }

    private static String line(String seat, String kind, @Nullable String text, @Nullable String address) {
        String words = Stream.of(text, address)
                .filter(Objects::nonNull)
                .map(one -> CONTROLS.matcher(one).replaceAll(" ").strip())
                .collect(Collectors.joining(", "));
        return seat + ": " + kind + (words.isEmpty() ? "" : ": " + words);
    }

    private Response.@Nullable Answered answer(ItemScore item, String seat) {
        Respondent respondent = respondents.get(seat);
        return respondent != null && respondent.answers().get(item.key()) instanceof Response.Answered answer
                ? answer
                : null;
    }
}
