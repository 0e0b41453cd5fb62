package org.moatmark.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moatmark.api.Program.Ended;
import org.moatmark.core.report.Result;

/** What the command line says about itself: help, version, and what is wrong with a call, in the language of whoever calls. */
class CommandHelpTest {

    private final Program process = Program.inEnglish();
    private final Program program = process.here();

    @ParameterizedTest
    @ValueSource(strings = {"help", "--help", "-h"})
    void help_lists_the_commands_on_standard_output(String word) throws Exception {
        Ended ended = program.run(word);

        assertThat(ended.err()).isEmpty();
        assertThat(ended.code()).isZero();
        assertThat(ended.out())
                .startsWith("Moatmark scores companies on business-model differentiation and")
                .contains("\n  score WAVE.json          scores the answers of one company\n")
                .endsWith(
                        "Exit codes: 0 done, 1 the data have issues, 2 the call is wrong, 78 the server cannot start.\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "serve",
                "score",
                "validate",
                "reweigh",
                "convert",
                "batch",
                "cases",
                "position",
                "compare",
                "tenant",
                "backup",
                "restore",
                "move"
            })
    void every_command_has_a_help_text_in_both_languages(String command) throws Exception {
        String english = program.run("help", command).out();
        String japanese = Program.withEnvironment(Map.of("LANG", "ja_JP.UTF-8"))
                .here()
                .run("help", command)
                .out();

        assertThat(english).startsWith("java -jar moatmark.jar " + command).contains("Exit codes: ");
        assertThat(program.run(command, "--help").out()).isEqualTo(english);
        assertThat(japanese).startsWith("java -jar moatmark.jar " + command).contains("終了コード：");
        assertThat(program.run("help", command, "--lang", "ja").out()).isEqualTo(japanese);
    }

    @Test
    void the_version_is_that_of_the_engine() throws Exception {
        assertThat(process.run("--version").out()).isEqualTo("moatmark " + Result.ENGINE + "\n");
    }

    @Test
    void a_wrong_call_is_told_what_is_wrong_and_where_help_is() throws Exception {
        assertThat(process.run("scor"))
                .isEqualTo(wrong(
                        "There is no command 'scor'. There are: serve, score, validate, reweigh, convert, batch,"
                                + " validate-instrument, cases, report, position, compare, tenant, benchmark, backup, restore, retention, move,"
                                + " help.",
                        ""));
        assertThat(program.run("score")).isEqualTo(wrong("'score' takes one file, not 0.", " score"));
        assertThat(program.run("score", "a", "b")).isEqualTo(wrong("'score' takes one file, not 2.", " score"));
        assertThat(program.run("score", "-", "--loud")).isEqualTo(wrong("There is no option '--loud' here.", " score"));
        assertThat(program.run("score", "-", "--json", "--json"))
                .isEqualTo(wrong("Option '--json' is there twice.", " score"));
        assertThat(program.run("score", "-", "--questionnaires"))
                .isEqualTo(wrong("Option '--questionnaires' needs a value.", " score"));
        assertThat(program.run("score", "-", "--questionnaires", "nowhere"))
                .isEqualTo(wrong("'nowhere' cannot be read as a directory.", " score"));
        assertThat(program.run("score", "nothing.json")).isEqualTo(wrong("There is no file 'nothing.json'.", " score"));
        assertThat(program.run("move"))
                .isEqualTo(wrong("'move' needs the target: --to jdbc:postgresql://...", " move"));
        assertThat(program.run("backup")).isEqualTo(wrong("'backup' takes one file, not 0.", " backup"));
        assertThat(program.run("score", "src")).isEqualTo(wrong("'src' cannot be read as a file.", " score"));
        assertThat(program.run("validate", "-", "--lang", "fr"))
                .isEqualTo(wrong("Option '--lang' has 'fr'; it takes en or ja.", " validate"));
    }

    @Test
    void a_call_without_a_command_gets_the_help_as_an_error() throws Exception {
        Ended ended = program.run();

        assertThat(ended.out()).isEmpty();
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).isEqualTo(program.run("help").out());
    }

    @Test
    void the_language_comes_from_the_environment_unless_it_is_named() throws Exception {
        Program japanese = Program.withEnvironment(Map.of("LANG", "C", "LC_ALL", "ja_JP.UTF-8"));

        assertThat(japanese.run("score", "nothing.json").err())
                .isEqualTo("ファイル「nothing.json」がありません。\n使い方を見るには：java -jar moatmark.jar help score\n");
        assertThat(japanese.run("score", "nothing.json", "--lang", "en").err())
                .startsWith("There is no file 'nothing.json'.\n");
    }

    private static Ended wrong(String message, String about) {
        return new Ended(2, "", message + "\nFor help: java -jar moatmark.jar help" + about + "\n");
    }
}
