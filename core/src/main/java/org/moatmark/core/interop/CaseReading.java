package org.moatmark.core.interop;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.moatmark.core.benchmark.CaseCompany;
import org.moatmark.core.benchmark.CaseContents;
import org.moatmark.core.benchmark.CaseFact;
import org.moatmark.core.benchmark.CaseLibrary;
import org.moatmark.core.benchmark.CaseRating;
import org.moatmark.core.benchmark.CaseWords;
import org.moatmark.core.benchmark.ReferencePoint;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.issue.Excerpt;
import org.moatmark.core.issue.Nearest;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.questionnaire.TextMap;

/** One reading of the files of a case library: the words first, then companies, facts, and what names them. */
final class CaseReading {

    private final Questionnaire questionnaire;
    private final Set<String> nodes;
    private final Map<String, byte[]> files;
    private final Set<String> unreadable = new HashSet<>();
    private final CsvFaults faults = new CsvFaults();
    private final EnumMap<CaseFile, CsvTable> tables = new EnumMap<>(CaseFile.class);

    CaseReading(Questionnaire questionnaire, Set<String> nodes, Map<String, byte[]> files) {
        this.questionnaire = questionnaire;
        this.nodes = nodes;
        this.files = new TreeMap<>(files);
    }

    Checked<CaseLibrary> read(CaseWords words) {
        names();
        tables();
        CaseWords known = new WordsCsv(faults).read(table(CaseFile.WORDS), words);
        Given companyIds = new Given();
        List<CaseCompany> companies = new CompaniesCsv(
                        known, table(CaseFile.WORDS).isComplete(), faults)
                .read(table(CaseFile.COMPANIES), companyIds);
        Given factIds = new Given();
        FactsCsv factReader = new FactsCsv(known, faults);
        List<CaseFact> facts = factReader.read(table(CaseFile.FACTS), CaseFile.FACTS, factIds, companyIds);
        List<CaseFact> contextFacts =
                factReader.read(table(CaseFile.CONTEXT_FACTS), CaseFile.CONTEXT_FACTS, factIds, null);
        List<CaseRating> ratings =
                new RatingsCsv(questionnaire, companyIds, factIds, factReader, faults).read(table(CaseFile.RATINGS));
        List<ReferencePoint> points = new ReferencePointsCsv(nodes, faults).read(table(CaseFile.REFERENCE_POINTS));
        TextMap honesty = HonestyPages.read(files, faults);
        return faults.result(() -> CaseLibrary.of(
                questionnaire, new CaseContents(companies, facts, contextFacts, ratings, points), known, honesty));
    }

    /** Cuts all files into cells, in parallel: a cold program waits for the longest of them instead of for all. */
    private void tables() {
        List<CsvTable> all = List.of(CaseFile.values()).parallelStream()
                .map(file -> CsvTable.read(files.get(file.fileName), !unreadable.contains(file.fileName), file))
                .toList();
        for (CaseFile file : CaseFile.values()) {
            CsvTable table = all.get(file.ordinal());
            faults.addAll(table.faults());
            tables.put(file, table);
        }
    }

    private CsvTable table(CaseFile file) {
        return Objects.requireNonNull(tables.get(file));
    }

    /** Notes files that are missing, too large, or of a name that nobody asked for; these are not read. */
    private void names() {
        List<String> known = CaseLibraryCsv.fileNames();
        for (CaseFile file : CaseFile.values()) {
            if (file.required && !files.containsKey(file.fileName)) {
                unreadable.add(file.fileName);
                missing(file);
            }
        }
        for (Map.Entry<String, byte[]> file : Map.copyOf(files).entrySet()) {
            String name = file.getKey();
            if (!known.contains(name)) {
                unknown(name, known);
            } else if (file.getValue().length > CaseLibraryCsv.LARGEST_FILE) {
                unreadable.add(name);
                files.remove(name);
                tooLarge(name, known.indexOf(name));
            }
        }
    }

    private void missing(CaseFile file) {
        faults.add(
                "missing-file",
                file.place(),
                "there is no such file.",
                "ファイルがありません。",
                "Add the file " + file.fileName + ".",
                "ファイル " + file.fileName + " を追加してください。");
    }

    private void tooLarge(String name, int order) {
        int most = CaseLibraryCsv.LARGEST_FILE / (1024 * 1024);
        faults.add(
                "file-too-large",
                CsvPlace.file(order, name),
                "it has more than " + most + " MiB.",
                "大きさが" + most + " MiBを超えています。",
                "Split the library.",
                "ライブラリーを分割してください。");
    }

    private void unknown(String name, List<String> known) {
        String nearest = Nearest.to(name, known);
        faults.add(
                "unknown-file",
                CsvPlace.file(known.size(), Excerpt.of(name)),
                "it is no file of a case library.",
                "事例ライブラリーのファイルではありません。",
                nearest == null
                        ? "Remove it. The files are: " + String.join(", ", known) + "."
                        : "Did you mean '" + nearest + "'?",
                nearest == null ? "削除してください。使えるファイル：" + String.join(", ", known) : "「" + nearest + "」ではありませんか。");
    }
}
