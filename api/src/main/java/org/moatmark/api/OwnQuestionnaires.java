package org.moatmark.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.Moatmark;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.issue.Issue;
import org.moatmark.core.issue.Words;
import org.moatmark.core.json.QuestionnaireJson;
import org.moatmark.core.questionnaire.Catalogue;
import org.moatmark.core.questionnaire.Questionnaire;

/** Questionnaire files of the user's own, beside those that are shipped. */
final class OwnQuestionnaires {

    /** The option that names their directory. */
    static final String OPTION = "--questionnaires";

    private OwnQuestionnaires() {}

    /**
     * The shipped questionnaires, and every {@code *.json} file of a directory. A file that says the same as a
     * questionnaire that is known already is passed over.
     *
     * @param directory name of the directory, or null for the shipped ones only
     * @param issues takes the issues of every faulty file
     * @return a door to all that are sound
     * @throws UsageFault if the directory cannot be read
     */
    static Moatmark read(@Nullable String directory, IssueList issues) throws UsageFault {
        Moatmark shipped = Moatmark.shipped();
        if (directory == null) {
            return shipped;
        }
        Catalogue catalogue = shipped.catalogue();
        for (Path file : files(directory)) {
            Checked<Questionnaire> read = QuestionnaireJson.read(bytes(file));
            issues.addAll(file.toString(), read.issues());
            if (read instanceof Checked.Valid<Questionnaire> valid) {
                Questionnaire own = valid.value();
                Optional<Questionnaire> known =
                        catalogue.find(own.id(), own.version().toString());
                if (known.isEmpty()) {
                    catalogue = catalogue.with(own);
                } else if (!known.get().methodHash().equals(own.methodHash())) {
                    issues.addAll(file.toString(), List.of(taken(own)));
                }
            }
        }
        return Moatmark.of(catalogue);
    }

    private static List<Path> files(String directory) throws UsageFault {
        try (Stream<Path> all = Files.list(Path.of(directory))) {
            return all.filter(file -> file.getFileName().toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new UsageFault(
                    "'" + directory + "' cannot be read as a directory.", "「" + directory + "」をフォルダーとして読み込めません。");
        }
    }

    private static byte[] bytes(Path file) throws UsageFault {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UsageFault("'" + file + "' cannot be read as a file.", "「" + file + "」をファイルとして読み込めません。");
        }
    }

    private static Issue taken(Questionnaire own) {
        return new Issue(
                "version-taken",
                "/version",
                new Words(
                        "Questionnaire '" + own.id() + "' " + own.version()
                                + " is known already and says something else.",
                        "質問票「" + own.id() + "」" + own.version() + "は、別の内容で既に登録されています。"),
                new Words(
                        "A published version never changes: give yours a new version or a new id.",
                        "公開済みのバージョンは変更できません。新しいバージョンか別の id を付けてください。"));
    }
}
