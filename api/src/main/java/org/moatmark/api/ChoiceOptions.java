package org.moatmark.api;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.issue.Issue;

/** Options by which companies are chosen, and the words of the library that they stand for. */
final class ChoiceOptions {

    private static final Map<String, String> OPTION_OF = Map.of("asOf", "--as-of", "q", "--search");

    private ChoiceOptions() {}

    /** The options of these words, each with a value. */
    static Set<String> of(List<String> names) {
        Set<String> options = new HashSet<>();
        names.forEach(name -> options.add(option(name) + "="));
        return options;
    }

    private static String option(String name) {
        return OPTION_OF.getOrDefault(name, "--" + name);
    }

    /** The words that a call gives, by name. */
    static Map<String, String> given(Arguments given, List<String> names) {
        Map<String, String> words = new LinkedHashMap<>();
        for (String name : names) {
            String value = given.value(option(name));
            if (value != null) {
                words.put(name, value);
            }
        }
        return words;
    }

    /** What was read, or a fault of the call that says everything that is wrong. */
    static <T> T sound(Checked<T> read) throws UsageFault {
        if (read instanceof Checked.Invalid<T> invalid) {
            List<String> en = new ArrayList<>();
            List<String> ja = new ArrayList<>();
            for (Issue issue : invalid.issues()) {
                String option = option(issue.path().replaceFirst("^/", "").replaceFirst("/.*", ""));
                en.add(option + ": " + issue.message().en() + " " + issue.hint().en());
                ja.add(option + "：" + issue.message().ja() + issue.hint().ja());
            }
            throw new UsageFault(String.join("\n", en), String.join("\n", ja));
        }
        return read.orThrow();
    }
}
