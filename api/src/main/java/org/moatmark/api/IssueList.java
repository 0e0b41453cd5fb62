package org.moatmark.api;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Issue;
import org.moatmark.core.json.CanonicalJson;
import org.moatmark.core.json.JsonArray;
import org.moatmark.core.json.JsonObject;
import org.moatmark.core.json.JsonString;
import org.moatmark.core.json.JsonValue;

/** Everything that is wrong with the data of one call, said at once: in words, or as the list of a problem. */
final class IssueList {

    private record Entry(@Nullable String file, Issue issue) {}

    private final List<Entry> entries = new ArrayList<>();

    /**
     * Adds issues.
     *
     * @param file the file they are in, or null for the one that the call names
     * @param issues the issues
     */
    void addAll(@Nullable String file, List<Issue> issues) {
        issues.forEach(issue -> entries.add(new Entry(file, issue)));
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /**
     * Prints what is wrong with one thing that was read.
     *
     * @param subject what was read
     * @param found what is wrong with it
     * @param json whether to print a list for programs
     * @param terminal where to print
     * @return the exit code
     */
    static int refuse(String subject, List<Issue> found, boolean json, Terminal terminal) throws IOException {
        IssueList issues = new IssueList();
        issues.addAll(null, found);
        return issues.print(subject, json, terminal);
    }

    /**
     * Prints all issues to standard error.
     *
     * @param subject what was read, for the headline
     * @param json whether to print a list for programs
     * @param terminal where to print
     * @return the exit code
     */
    int print(String subject, boolean json, Terminal terminal) throws IOException {
        terminal.say(json ? list(terminal) : text(subject, terminal));
        return ExitCode.ISSUES;
    }

    private String list(Terminal terminal) {
        List<JsonValue> errors = new ArrayList<>();
        for (Entry entry : entries) {
            Map<String, JsonValue> error = new LinkedHashMap<>();
            if (entry.file() != null) {
                error.put("file", new JsonString(entry.file()));
            }
            error.put("pointer", new JsonString(entry.issue().path()));
            error.put("code", new JsonString(entry.issue().code()));
            error.put("detail", new JsonString(entry.issue().message().in(terminal.language())));
            error.put("hint", new JsonString(entry.issue().hint().in(terminal.language())));
            errors.add(JsonObject.of(error));
        }
        return CanonicalJson.of(new JsonArray(errors));
    }

    private String text(String named, Terminal terminal) {
        int count = entries.size();
        String subject = Terminal.STANDARD_INPUT.equals(named) ? terminal.pick("Standard input", "標準入力") : named;
        StringBuilder text = new StringBuilder(terminal.pick(
                subject + " has " + count + (count == 1 ? " issue:" : " issues:"),
                subject + "に" + count + "件の問題があります："));
        for (Entry entry : entries) {
            Issue issue = entry.issue();
            String place = issue.path().isEmpty() ? terminal.pick("(the whole document)", "（文書全体）") : issue.path();
            text.append('\n').append(entry.file() == null ? "" : entry.file() + " ");
            text.append(place).append(" [").append(issue.code()).append("]\n  ");
            text.append(issue.message().in(terminal.language())).append("\n  ");
            text.append(issue.hint().in(terminal.language()));
        }
        return text.toString();
    }
}
