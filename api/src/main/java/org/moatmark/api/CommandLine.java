package org.moatmark.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moatmark.api.store.StartRefused;
import org.moatmark.api.store.StoreFault;
import org.moatmark.core.report.Result;

/** Finds the command that was called and runs it. */
final class CommandLine {

    private static final Set<String> EVERYWHERE = Set.of("--lang=", "--help", "-h");
    private static final List<String> LANGUAGES = List.of("en", "ja");

    private final Map<String, Command> commands = new LinkedHashMap<>();
    private final Map<String, String> environment;
    private final InputStream in;
    private final OutputStream out;
    private final OutputStream err;

    /**
     * A command line without commands.
     *
     * @param environment the environment, for the language
     * @param in standard input
     * @param out standard output
     * @param err standard error
     */
    CommandLine(Map<String, String> environment, InputStream in, OutputStream out, OutputStream err) {
        this.environment = Map.copyOf(environment);
        this.in = in;
        this.out = out;
        this.err = err;
    }

    /** Knows one command more. */
    CommandLine with(String name, Command command) {
        commands.put(name, command);
        return this;
    }

    /**
     * Runs what was called.
     *
     * @param words every word of the call
     * @return the exit code
     */
    int run(List<String> words) {
        Terminal terminal = new Terminal(in, out, err, language(words));
        try {
            return dispatch(words, terminal);
        } catch (UsageFault fault) {
            return refused(fault.words().in(terminal.language()), words, terminal);
        } catch (IOException unwritable) {
            if (String.valueOf(unwritable.getMessage()).contains("Broken pipe")) {
                return ExitCode.NOBODY_READS;
            }
            return refused(terminal.pick("The result cannot be written.", "結果を書き出せません。"), words, terminal);
        }
    }

    private int dispatch(List<String> words, Terminal terminal) throws UsageFault, IOException {
        if (words.isEmpty()) {
            terminal.say(Help.general(terminal, commands.keySet()).stripTrailing());
            return ExitCode.USAGE;
        }
        String first = words.get(0);
        List<String> rest = words.subList(1, words.size());
        if ("--version".equals(first)) {
            terminal.result("moatmark " + Result.ENGINE + "\n");
            return ExitCode.DONE;
        } else if ("help".equals(first) || "--help".equals(first) || "-h".equals(first)) {
            return help(rest, terminal);
        }
        Command command = command(first);
        Set<String> known = new HashSet<>(EVERYWHERE);
        known.addAll(command.options());
        Arguments given = Arguments.of(rest, known);
        if (given.has("--help") || given.has("-h")) {
            terminal.result(Help.of(first, terminal));
            return ExitCode.DONE;
        }
        checkLanguage(given.value("--lang"));
        count(first, command.operands(), given.operands());
        return run(command, given, terminal);
    }

    /** What no command can do as things are is said in one way, whichever it was. */
    private static int run(Command command, Arguments given, Terminal terminal) throws UsageFault, IOException {
        try {
            return command.run(given, terminal);
        } catch (StartRefused refused) {
            terminal.say(refused.words().in(terminal.language()));
        } catch (StoreFault fault) {
            terminal.say(fault.words().in(terminal.language()));
        }
        return ExitCode.CANNOT_START;
    }

    private int help(List<String> rest, Terminal terminal) throws UsageFault, IOException {
        Arguments given = Arguments.of(rest, EVERYWHERE);
        checkLanguage(given.value("--lang"));
        if (given.operands().isEmpty() || "help".equals(given.operands().get(0))) {
            terminal.result(Help.general(terminal, commands.keySet()));
            return ExitCode.DONE;
        }
        String name = given.operands().get(0);
        command(name);
        terminal.result(Help.of(name, terminal));
        return ExitCode.DONE;
    }

    private Command command(String name) throws UsageFault {
        Command command = commands.get(name);
        if (command == null) {
            String list = String.join(", ", commands.keySet());
            throw new UsageFault(
                    "There is no command '" + name + "'. There are: " + list + ", help.",
                    "コマンド「" + name + "」はありません。使えるコマンド：" + list + ", help");
        }
        return command;
    }

    private static void count(String name, Operands wanted, List<String> operands) throws UsageFault {
        if (!wanted.allows(operands.size())) {
            throw new UsageFault(
                    "'" + name + "' takes " + wanted.wanted().en() + ", not " + operands.size() + ".",
                    "「" + name + "」に指定できる" + wanted.wanted().ja() + "ですが、" + operands.size() + "個あります。");
        }
    }

    private static void checkLanguage(@Nullable String language) throws UsageFault {
        if (language != null && !LANGUAGES.contains(language)) {
            throw new UsageFault(
                    "Option '--lang' has '" + language + "'; it takes en or ja.",
                    "オプション「--lang」の値が「" + language + "」です。en か ja を指定してください。");
        }
    }

    private int refused(String message, List<String> words, Terminal terminal) {
        try {
            String about = !words.isEmpty() && commands.containsKey(words.get(0)) ? " " + words.get(0) : "";
            terminal.say(message);
            terminal.say(terminal.pick(
                    "For help: java -jar moatmark.jar help" + about, "使い方を見るには：java -jar moatmark.jar help" + about));
        } catch (IOException nobodyListens) {
            return ExitCode.USAGE;
        }
        return ExitCode.USAGE;
    }

    /** The language asked for, else that of the environment. */
    private String language(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.startsWith("--lang=")) {
                return word.endsWith("=ja") ? "ja" : "en";
            } else if ("--lang".equals(word) && i + 1 < words.size()) {
                return "ja".equals(words.get(i + 1)) ? "ja" : "en";
            }
        }
        for (String name : List.of("LC_ALL", "LC_MESSAGES", "LANG")) {
            String value = environment.get(name);
            if (value != null && !value.isEmpty()) {
                return value.startsWith("ja") ? "ja" : "en";
            }
        }
        return "en";
    }
}
