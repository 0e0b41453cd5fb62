package org.moatmark.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moatmark.api.Program.Ended;
import org.moatmark.api.store.Backup;
import org.moatmark.api.store.ErasedList;
import org.moatmark.api.store.Location;
import org.moatmark.api.store.StartRefused;
import org.moatmark.api.store.Store;
import org.moatmark.core.issue.Words;

/** A start that is refused says why and what to do, on one line, in the language of whoever starts it. */
class RefusedStartTest {

    @TempDir
    private Path folder;

    private static Words refused(ThrowingCallable deed) {
        Words words = catchThrowableOfType(StartRefused.class, deed).words();
        assertThat(words.en()).matches("[^\n]+[.?]");
        assertThat(words.ja()).doesNotContain("\n").containsPattern("[ぁ-んァ-ヶ]");
        return words;
    }

    private static void open(Path database) {
        Store.open(new Location.File(database), Clock.systemUTC()).close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PORT | 70000 | MOATMARK_PORT is no port; write a number from 0 (any) to 65535."
                        + " | MOATMARK_PORT がポート番号ではありません。0（自動）～65535の数を指定してください。",
                "HOST | a b | MOATMARK_HOST is no address; write one such as 127.0.0.1 or 0.0.0.0."
                        + " | MOATMARK_HOST がアドレスではありません。127.0.0.1 や 0.0.0.0 のように指定してください。",
                "OWNER_KEY | short | MOATMARK_OWNER_KEY is not 32 to 200 visible ASCII characters without blanks."
                        + " | MOATMARK_OWNER_KEY は、空白を含まない32～200文字のASCII文字（見える文字）で指定してください。",
                "OWNER_KEY | mm_live_000000000000000000000000000000000000 | MOATMARK_OWNER_KEY looks like a generated key"
                        + " and has a wrong checksum; is it whole?"
                        + " | MOATMARK_OWNER_KEY は発行されたキーの形をしていますが、検査文字が合いません。全体がそろっているか確認してください。",
                "DEMO | yes | MOATMARK_DEMO is neither true nor false. | MOATMARK_DEMO には true か false を指定してください。",
                "PUBLIC_URL | ftp://x | MOATMARK_PUBLIC_URL is no address such as https://moatmark.example.org."
                        + " | MOATMARK_PUBLIC_URL は https://moatmark.example.org のようなアドレスで指定してください。",
                "PUBLIC_URL | a b | MOATMARK_PUBLIC_URL is no address such as https://moatmark.example.org."
                        + " | MOATMARK_PUBLIC_URL は https://moatmark.example.org のようなアドレスで指定してください。",
                "DB | jdbc:mysql://x/y | MOATMARK_DB is neither a file nor an address such as"
                        + " jdbc:postgresql://localhost/moatmark?user=moatmark&password=..."
                        + " | MOATMARK_DB には、ファイルか、次のようなアドレスを指定してください："
                        + "jdbc:postgresql://localhost/moatmark?user=moatmark&password=..."
            })
    void a_setting_that_cannot_be_used(String name, String value, String en, String ja) {
        Words words = refused(() -> Settings.of(Map.of("MOATMARK_" + name, value)::get, none -> null));

        assertThat(words).isEqualTo(new Words(en, ja));
    }

    @Test
    void rates_that_are_none_name_those_there_are() {
        Words words = refused(() -> Settings.of(Map.of("MOATMARK_RATES", "chair=1")::get, none -> null));

        assertThat(words.en())
                .startsWith("MOATMARK_RATES is no list such as address=600,key=6000: calls a minute, for address,");
        assertThat(words.ja())
                .startsWith("MOATMARK_RATES は address=600,key=6000 のような形（1分当たりの回数）で指定してください。使える名前：address,");
    }

    @Test
    void a_file_that_is_no_database() throws Exception {
        Path notes = Files.writeString(folder.resolve("notes.txt"), "These are my notes, not a database at all.");

        assertThat(refused(() -> open(notes)))
                .isEqualTo(new Words(
                        "The database " + notes
                                + " is damaged or is no database; it is left as it is. Put a backup in its place with:"
                                + " java -jar moatmark.jar restore BACKUP, which sets this file aside.",
                        "データベース " + notes + " は壊れているか、データベースではありません。ファイルには手を加えていません。"
                                + "バックアップから復元するには：java -jar moatmark.jar restore BACKUP（このファイルは別の名前で残します）"));
    }

    @Test
    void a_folder_in_the_place_of_the_file() {
        assertThat(refused(() -> open(folder)))
                .isEqualTo(new Words(
                        "The database " + folder + " is a folder; name a file with MOATMARK_DB.",
                        "データベース " + folder + " はフォルダーです。MOATMARK_DB にはファイルを指定してください。"));
    }

    @Test
    void data_that_another_process_uses() {
        Path database = folder.resolve("one.db");
        try (Store first = Store.open(new Location.File(database), Clock.systemUTC())) {
            assertThat(first.isEmpty()).isTrue();
            assertThat(refused(() -> open(database)))
                    .isEqualTo(new Words(
                            "The database " + database + " is in use by another process of this program; stop that one"
                                    + " first or choose another with MOATMARK_DB.",
                            "データベース " + database + " はこのプログラムの別のプロセスが使っています。先にそれを停止するか、MOATMARK_DB で別の場所を指定してください。"));
        }
    }

    @Test
    void a_database_of_another_program() throws Exception {
        Path database = folder.resolve("foreign.db");
        run(database, "CREATE TABLE recipe (name TEXT)");

        assertThat(refused(() -> open(database)))
                .isEqualTo(new Words(
                        "The database belongs to another program: it has tables, but none of ours. Name another one.",
                        "データベースは別のプログラムのものです。テーブルはありますが、このプログラムのものがありません。別のデータベースを指定してください。"));
    }

    @Test
    void a_database_of_a_newer_program_and_one_of_a_changed_program() throws Exception {
        Path database = folder.resolve("newer.db");
        open(database);
        run(database, "INSERT INTO schema_history VALUES ('V999__later.sql', 'x', 1)");

        assertThat(refused(() -> open(database)))
                .isEqualTo(new Words(
                        "The database was made by a newer version of this program (it has V999__later.sql); start that"
                                + " version, or restore an older copy of the database.",
                        "データベースはこのプログラムの新しい版で作られています（V999__later.sql があります）。その版で起動するか、" + "古いバックアップを復元してください。"));
        run(database, "DELETE FROM schema_history WHERE version LIKE 'V999%'");
        run(database, "UPDATE schema_history SET checksum = 'x' WHERE version LIKE 'V001%'");
        assertThat(refused(() -> open(database)).ja())
                .startsWith("このプログラムのスクリプト V001__")
                .endsWith(" が、データベースを作ったときのものと違います。データベースを作った版で起動してください。");
    }

    @Test
    void a_backup_over_a_file_and_a_restore_of_none() throws Exception {
        Path database = folder.resolve("data.db");
        open(database);
        Path there = Files.createFile(folder.resolve("there"));
        Path none = folder.resolve("none");
        Location location = new Location.File(database);

        assertThat(refused(() -> Backup.write(location, there, Clock.systemUTC())))
                .isEqualTo(new Words(
                        "There is a file " + there + " already; name a new one.",
                        "ファイル " + there + " はすでにあります。新しい名前を指定してください。"));
        assertThat(refused(() -> Backup.restore(none, location, Clock.systemUTC(), List.of())))
                .isEqualTo(new Words("There is no file " + none + ".", "ファイル " + none + " がありません。"));
    }

    @Test
    void a_list_of_erasures_that_is_none() throws Exception {
        Path list = Files.writeString(folder.resolve("list"), "milk, eggs\n");

        assertThat(refused(() -> new ErasedList(list).read()))
                .isEqualTo(
                        new Words("The file " + list + " is no list of erasures.", "ファイル " + list + " は消去の一覧ではありません。"));
    }

    @Test
    void a_command_on_data_that_are_not_there() {
        Path none = folder.resolve("none.db");

        assertThat(refused(() -> Started.there(new Location.File(none))))
                .isEqualTo(new Words(
                        "There is no database " + none
                                + " yet; start the server once, or name the right one with MOATMARK_DB.",
                        "データベース " + none + " はまだありません。一度サーバーを起動するか、MOATMARK_DB で正しい場所を指定してください。"));
        assertThat(refused(() -> Started.open(new Location.File(newDatabase()), Clock.systemUTC())))
                .isEqualTo(new Words(
                        "The first start of this database is not over; start the server once.",
                        "このデータベースの最初の起動がまだ終わっていません。一度サーバーを起動してください。"));
    }

    @Test
    void serve_speaks_the_language_of_the_environment_and_before_that_the_one_asked_for() throws Exception {
        String ja = "データベース " + folder + " はフォルダーです。MOATMARK_DB にはファイルを指定してください。\n";
        String en = "The database " + folder + " is a folder; name a file with MOATMARK_DB.\n";
        Program japanese = Program.withEnvironment(
                Map.of("LANG", "ja_JP.UTF-8", "MOATMARK_DB", folder.toString(), "MOATMARK_PORT", "0"));

        assertThat(japanese.run("serve")).isEqualTo(new Ended(78, "", ja));
        assertThat(japanese.run("serve", "--lang", "en")).isEqualTo(new Ended(78, "", en));
    }

    private Path newDatabase() {
        Path database = folder.resolve("new.db");
        open(database);
        return database;
    }

    private static void run(Path database, String sql) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
