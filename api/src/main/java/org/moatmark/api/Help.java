package org.moatmark.api;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The help texts, {@code help/COMMAND.LANGUAGE.txt} among the resources. */
final class Help {

    private static final String GENERAL = "general";
    private static final Set<String> ALL = Set.of(
            "serve",
            "score",
            "validate",
            "batch",
            "cases",
            "report",
            "position",
            "compare",
            "tenant",
            "benchmark",
            "backup",
            "restore",
            "retention",
            "move");

    private Help() {}

    /**
     * What the program can do; a command that is not there is not mentioned.
     *
     * @param terminal for the language
     * @param commands names of the commands that are there
     * @return lines of text
     */
    static String general(Terminal terminal, Set<String> commands) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line : of(GENERAL, terminal).lines().toList()) {
            // A line of the table begins with two blanks and the name of a command.
            String name = line.startsWith("  ") ? line.strip().split(" ", 2)[0] : "";
            boolean known = !ALL.contains(name) || commands.contains(name);
            if (known) {
                lines.add(line);
            }
        }
        return String.join("\n", lines) + "\n";
    }

    /**
     * How one command is called.
     *
     * @param command its name
     * @param terminal for the language
     * @return lines of text
     */
    static String of(String command, Terminal terminal) throws IOException {
        String name = "/help/" + command + "." + terminal.language() + ".txt";
        try (InputStream text = Help.class.getResourceAsStream(name)) {
            if (text == null) {
                throw new IllegalStateException("Help text " + name + " is missing from the jar.");
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
