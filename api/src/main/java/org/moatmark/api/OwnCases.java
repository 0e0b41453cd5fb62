package org.moatmark.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.Moatmark;
import org.moatmark.core.benchmark.CaseLibrary;
import org.moatmark.core.issue.Checked;

/** A case library of the user's own, alone or beside the one that is shipped. */
final class OwnCases {

    private static final String ALONE = "--cases";
    private static final String BESIDE = "--with-cases";

    /** The options that name its directory. */
    static final Set<String> OPTIONS = Set.of(ALONE + "=", BESIDE + "=");

    private OwnCases() {}

    private static @Nullable String directory(Arguments given) throws UsageFault {
        if (given.has(ALONE) && given.has(BESIDE)) {
            throw new UsageFault(
                    "Options '" + ALONE + "' and '" + BESIDE + "' do not go together.",
                    "オプション「" + ALONE + "」と「" + BESIDE + "」は同時に指定できません。");
        }
        return given.has(ALONE) ? given.value(ALONE) : given.value(BESIDE);
    }

    /** What is read, for the headline of its issues. */
    static String subject(Arguments given) throws UsageFault {
        return String.valueOf(directory(given));
    }

    /**
     * The library that a call wants.
     *
     * @param given the call
     * @param moatmark the shipped library and the reader
     * @return the library, or everything that is wrong with the user's own
     * @throws UsageFault if the directory cannot be read
     */
    static Checked<CaseLibrary> read(Arguments given, Moatmark moatmark) throws UsageFault {
        String directory = directory(given);
        if (directory == null) {
            return new Checked.Valid<>(moatmark.cases(), List.of());
        }
        Checked<CaseLibrary> own;
        try {
            own = moatmark.caseReader().readDirectory(Path.of(directory));
        } catch (IOException | UncheckedIOException | IllegalArgumentException unreadable) {
            throw new UsageFault(
                    "'" + directory + "' cannot be read as a directory.", "「" + directory + "」をフォルダーとして読み込めません。");
        }
        boolean beside = given.has(BESIDE) && own instanceof Checked.Valid<CaseLibrary>;
        return beside ? moatmark.cases().with(own.orThrow()) : own;
    }
}
