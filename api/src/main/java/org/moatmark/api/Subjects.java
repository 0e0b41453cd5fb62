package org.moatmark.api;

import java.util.List;
import org.moatmark.core.Moatmark;
import org.moatmark.core.benchmark.CaseLibrary;
import org.moatmark.core.benchmark.Subject;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.issue.Nearest;
import org.moatmark.core.json.JsonTree;
import org.moatmark.core.json.JsonValue;

/** Who is to be placed or compared, as a call names them: a file with a result or answers, or a case company. */
final class Subjects {

    /** Before the id of a case company. */
    private static final String CASE = "case:";

    private Subjects() {}

    /**
     * Reads one.
     *
     * @param named a file with a result or a wave, {@code -} for standard input, or {@code case:} and an id
     * @param moatmark knows the questionnaires
     * @param library the cases
     * @param terminal where files are read
     * @return the subject, or everything that is wrong with the file
     * @throws UsageFault if there is no such file or case
     */
    static Checked<Subject> read(String named, Moatmark moatmark, CaseLibrary library, Terminal terminal)
            throws UsageFault {
        if (named.startsWith(CASE)) {
            String id = named.substring(CASE.length());
            requireCase(id, library);
            return new Checked.Valid<>(Subject.of(library, id), List.of());
        }
        Checked<JsonValue> parsed = JsonTree.parse(terminal.read(named));
        return parsed instanceof Checked.Invalid<JsonValue> invalid
                ? new Checked.Invalid<>(invalid.issues())
                : moatmark.readSubject(parsed.orThrow());
    }

    /** Refuses an id that the library does not have. */
    static void requireCase(String id, CaseLibrary library) throws UsageFault {
        if (library.company(id).isEmpty()) {
            String near = Nearest.to(
                    id,
                    library.companies().stream().map(company -> company.id()).toList());
            throw new UsageFault(
                    "There is no case company '" + id + "'." + (near == null ? "" : " Did you mean '" + near + "'?"),
                    "事例企業「" + id + "」はありません。" + (near == null ? "" : "「" + near + "」ではありませんか。"));
        }
    }
}
