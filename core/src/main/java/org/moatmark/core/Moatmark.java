package org.moatmark.core;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongBiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.benchmark.Benchmark;
import org.moatmark.core.benchmark.CaseLibrary;
import org.moatmark.core.benchmark.Crowd;
import org.moatmark.core.benchmark.Crowding;
import org.moatmark.core.benchmark.Masks;
import org.moatmark.core.benchmark.Offices;
import org.moatmark.core.benchmark.Position;
import org.moatmark.core.benchmark.PositionSettings;
import org.moatmark.core.benchmark.Secrecy;
import org.moatmark.core.benchmark.Subject;
import org.moatmark.core.interop.CaseLibraryCsv;
import org.moatmark.core.interop.SurveyJs;
import org.moatmark.core.interop.TextsCsv;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.json.CompactJson;
import org.moatmark.core.json.InstrumentJson;
import org.moatmark.core.json.JsonObject;
import org.moatmark.core.json.JsonTree;
import org.moatmark.core.json.JsonValue;
import org.moatmark.core.json.JudgementsJson;
import org.moatmark.core.json.QuestionnaireJson;
import org.moatmark.core.json.ReleaseJson;
import org.moatmark.core.json.ResultJson;
import org.moatmark.core.json.ResultWriter;
import org.moatmark.core.json.Reweighed;
import org.moatmark.core.json.SnapshotComparisonJson;
import org.moatmark.core.json.WaveReader;
import org.moatmark.core.maturity.InstrumentPolicy;
import org.moatmark.core.maturity.InstrumentReport;
import org.moatmark.core.maturity.InstrumentSample;
import org.moatmark.core.maturity.Maturity;
import org.moatmark.core.maturity.MaturityVerdict;
import org.moatmark.core.maturity.RespondentCheck;
import org.moatmark.core.psychometrics.ResponseStylePolicy;
import org.moatmark.core.questionnaire.Catalogue;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.questionnaire.Version;
import org.moatmark.core.report.Charts;
import org.moatmark.core.report.Release;
import org.moatmark.core.report.Releasing;
import org.moatmark.core.report.Result;
import org.moatmark.core.report.SnapshotComparison;
import org.moatmark.core.response.CarriedWave;
import org.moatmark.core.response.Wave;
import org.moatmark.core.scoring.Resampling;
import org.moatmark.core.scoring.ScoreTree;
import org.moatmark.core.scoring.Scorer;

/**
 * The one class to start from.
 *
 * <pre>{@code
 * Moatmark moatmark = Moatmark.shipped();
 * Wave wave = moatmark.readWave(json).orThrow();
 * Result result = moatmark.score(wave);
 * }</pre>
 *
 * <p>Immutable and safe for many threads. Making one reads its questionnaires and does nothing else; scoring of each is
 * prepared when its first wave comes. Longer than other classes, since it is the one door to everything.
 */
public final class Moatmark implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Catalogue catalogue;
    private final transient WaveReader reader;
    private final transient List<Prepared> prepared;
    private final transient ShippedCases cases;

    /** What scores the waves of one questionnaire; made when the first of them comes. */
    private static final class Prepared {

        private final Questionnaire questionnaire;
        private volatile @Nullable Scoring scoring;

        Prepared(Questionnaire questionnaire) {
            this.questionnaire = questionnaire;
        }

        Scoring scoring() {
            Scoring known = scoring;
            if (known == null) {
                Scorer scorer = Scorer.of(questionnaire);
                Maturity maturity = Maturity.of(questionnaire);
                known = new Scoring(
                        scorer, maturity, RespondentCheck.of(scorer, maturity, ResponseStylePolicy.DEFAULT));
                scoring = known;
            }
            return known;
        }
    }

    private record Scoring(Scorer scorer, Maturity maturity, RespondentCheck check) {}

    private Moatmark(Catalogue catalogue) {
        this(catalogue, new ShippedCases(catalogue), List.of());
    }

    private Moatmark(Catalogue catalogue, ShippedCases cases, List<Prepared> known) {
        this.catalogue = catalogue;
        this.reader = new WaveReader(catalogue);
        this.cases = cases;
        this.prepared = catalogue.questionnaires().stream()
                .map(questionnaire -> known.stream()
                        .filter(one -> one.questionnaire == questionnaire)
                        .findFirst()
                        .orElseGet(() -> new Prepared(questionnaire)))
                .toList();
    }

    /**
     * Knows the three questionnaires that come with the library, in every version that was published.
     *
     * @return a door to them
     */
    public static Moatmark shipped() {
        return new Moatmark(new Catalogue(ShippedQuestionnaires.all()));
    }

    /**
     * Knows questionnaires of your own.
     *
     * @param catalogue the questionnaires
     * @return a door to them
     */
    public static Moatmark of(Catalogue catalogue) {
        return new Moatmark(catalogue);
    }

    /**
     * Reads a questionnaire file.
     *
     * @param json the file's text
     * @return the questionnaire, or everything that is wrong with it
     */
    public static Checked<Questionnaire> readQuestionnaire(String json) {
        return QuestionnaireJson.read(json);
    }

    /**
     * Makes a new version of a questionnaire whose weights follow pairwise judgements ({@code moatmark/judgements/1},
     * see {@link JudgementsJson}); nothing else changes.
     *
     * @param questionnaire the questionnaire's file in UTF-8
     * @param judgements the judgements in UTF-8
     * @param version the new version, above that of the file
     * @return the new file, what it says when it is read, and what changed; or every fault of the file if it has any, else
     *     of the judgements
     */
    public static Checked<Reweighed> reweigh(byte[] questionnaire, byte[] judgements, Version version) {
        return JudgementsJson.reweigh(questionnaire, judgements, version);
    }

    /**
     * A questionnaire as a survey of SurveyJS.
     *
     * @param questionnaire the questionnaire
     * @return the survey as JSON, see {@link SurveyJs}
     */
    public static String survey(Questionnaire questionnaire) {
        return SurveyJs.of(QuestionnaireJson.write(questionnaire));
    }

    /**
     * Makes a questionnaire of a survey of SurveyJS.
     *
     * @param survey the survey in UTF-8
     * @param id id of the questionnaire, where the survey did not come from one
     * @return the questionnaire's file, to be read and finished, with a warning for everything that was not taken over (see
     *     {@link SurveyJs}); or what is wrong with the survey
     */
    public static Checked<String> fromSurvey(byte[] survey, String id) {
        Checked<JsonValue> sound = JsonTree.parse(survey);
        if (sound instanceof Checked.Invalid<JsonValue> invalid) {
            return new Checked.Invalid<>(invalid.issues());
        } else if (sound.orThrow() instanceof JsonObject) {
            return SurveyJs.questionnaire(new String(survey, StandardCharsets.UTF_8), id);
        }
        return SurveyJs.questionnaire("{}", id);
    }

    /**
     * The texts of a questionnaire as a table for translators.
     *
     * @param questionnaire the questionnaire
     * @param byteOrderMark whether the table begins with a byte order mark, which Excel needs to see UTF-8
     * @return the table, see {@link TextsCsv}
     */
    public static String texts(Questionnaire questionnaire, boolean byteOrderMark) {
        return TextsCsv.of(QuestionnaireJson.write(questionnaire), byteOrderMark);
    }

    /**
     * Puts translated texts into a questionnaire.
     *
     * @param questionnaire the questionnaire whose texts were translated
     * @param csv the table in UTF-8
     * @param version the version of what comes of it
     * @return the new file, to be read, which tells whether every text is there in every language; or what is wrong with the table
     */
    public static Checked<String> withTexts(Questionnaire questionnaire, byte[] csv, Version version) {
        return TextsCsv.read(csv, QuestionnaireJson.write(questionnaire), version.toString());
    }

    /**
     * Knows one questionnaire more, and shares with this door what scores the others.
     *
     * @param questionnaire the new one
     * @return a new door; this one stays as it is
     * @throws IllegalArgumentException if that id and version is known already
     */
    public Moatmark with(Questionnaire questionnaire) {
        return new Moatmark(catalogue.with(questionnaire), cases, prepared);
    }

    /**
     * The questionnaires that are known.
     *
     * @return them, by id and version
     */
    public Catalogue catalogue() {
        return catalogue;
    }

    /**
     * Reads the answers of a company ({@code moatmark/wave/1}, or the short form of one respondent).
     *
     * @param json the document's text
     * @return the wave, or everything that is wrong with it
     */
    public Checked<Wave> readWave(String json) {
        return reader.read(json);
    }

    /**
     * Reads the answers of a company.
     *
     * @param utf8 the document in UTF-8
     * @return the wave, or everything that is wrong with it
     */
    public Checked<Wave> readWave(byte[] utf8) {
        return reader.read(utf8);
    }

    /**
     * Scores the answers of a company and explains every number. With two respondents or more every score has an interval
     * (rule S16), over {@link Resampling#DEFAULT} runs.
     *
     * @param wave the answers
     * @return the result
     * @throws IllegalArgumentException if the wave is of an unknown questionnaire, or was made by hand with answers that
     *     do not fit it
     */
    public Result score(Wave wave) {
        return score(wave, Resampling.DEFAULT);
    }

    /**
     * Scores the answers of a company with intervals of another seed or number of runs, or with none.
     *
     * @param wave the answers
     * @param how seed and runs, such as {@link Resampling#NONE}
     * @return the result
     * @throws IllegalArgumentException as {@link #score(Wave)}
     */
    public Result score(Wave wave, Resampling how) {
        Scoring with = prepared(wave);
        return result(with, with.scorer().score(wave), how);
    }

    /**
     * Scores without the gain of every next step.
     *
     * @param wave the answers
     * @return the result; {@code gainOfNextStep} is null for every item
     * @throws IllegalArgumentException as {@link #score(Wave)}
     */
    public Result scoreWithoutGains(Wave wave) {
        return scoreWithoutGains(wave, Resampling.DEFAULT);
    }

    /**
     * Scores without the gain of every next step; with {@link Resampling#NONE} that is the least work, for bulk.
     *
     * @param wave the answers
     * @param how seed and runs
     * @return the result; {@code gainOfNextStep} is null for every item
     * @throws IllegalArgumentException as {@link #score(Wave)}
     */
    public Result scoreWithoutGains(Wave wave, Resampling how) {
        Scoring with = prepared(wave);
        return result(with, with.scorer().scoreWithoutGains(wave), how);
    }

    /**
     * The result as a document ({@code moatmark/result/1}).
     *
     * @param result a result
     * @return compact JSON
     */
    public String write(Result result) {
        return new ResultWriter().toText(result);
    }

    /**
     * The case companies that come with the library. They are read when they are first asked for, which takes a moment;
     * starting without them costs nothing.
     *
     * @return the library, the same one every time
     */
    public CaseLibrary cases() {
        return cases.library();
    }

    /**
     * Reads a case library of your own, in the same format as ours; {@code cases().with(...)} puts it beside ours. The
     * words that ours knows, such as countries, need not be in its {@code words.csv}.
     *
     * @param files what each file holds, by name such as {@code companies.csv}; not modified
     * @return the library, or everything that is wrong with it
     */
    public Checked<CaseLibrary> readCases(Map<String, byte[]> files) {
        return caseReader().read(files);
    }

    /**
     * A reader of case libraries, for those who keep theirs in a directory.
     *
     * @return a reader that knows the words of the shipped cases
     */
    public CaseLibraryCsv caseReader() {
        return cases.reader(cases().words());
    }

    /**
     * The cases that come with the library, ready for companies to be placed among them. They are read and scored when
     * this is first asked for; {@code Benchmark.of(library)} does the same for a library of your own.
     *
     * @return the benchmark, the same one every time
     */
    public Benchmark benchmark() {
        return cases.benchmark();
    }

    /**
     * Reads a result ({@code moatmark/result/1}).
     *
     * @param utf8 the document in UTF-8
     * @return the result, or everything that is wrong with it
     */
    public Checked<Result> readResult(byte[] utf8) {
        return ResultJson.read(utf8);
    }

    /**
     * A result as what can be placed and compared.
     *
     * @param result a result of a questionnaire that is known here
     * @return the subject, or why the result cannot be placed: its questionnaire is unknown or has another method, or its
     *     nodes or items are not those of the questionnaire
     */
    public Checked<Subject> subject(Result result) {
        return Subjects.of(result, catalogue);
    }

    /**
     * Reads somebody who is to be placed or compared: a result ({@code moatmark/result/1}), or answers, which are scored.
     *
     * @param document a result or a wave
     * @return the subject, or everything that is wrong with the document
     */
    public Checked<Subject> readSubject(JsonValue document) {
        return readSubject(document, Resampling.DEFAULT);
    }

    /**
     * Reads somebody who is to be placed or compared, with intervals of another seed or number of runs, or with none.
     *
     * @param document a result or a wave
     * @param how how answers are resampled; of no effect on a result
     * @return the subject, or everything that is wrong with the document
     */
    public Checked<Subject> readSubject(JsonValue document, Resampling how) {
        return Subjects.read(document, catalogue, wave -> scoreWithoutGains(wave, how));
    }

    /**
     * Places a company among the cases that come with the library, with the usual settings;
     * {@code benchmark().position(...)} takes others.
     *
     * @param result a result of a questionnaire that is known here
     * @return where it stands, or why that cannot be said
     */
    public Checked<Position> position(Result result) {
        Checked<Subject> subject = subject(result);
        return subject instanceof Checked.Invalid<Subject> invalid
                ? new Checked.Invalid<>(invalid.issues())
                : benchmark().position(subject.orThrow(), PositionSettings.DEFAULT);
    }

    /**
     * Begins to collect waves of one questionnaire, for a report on whether it measures what it should.
     *
     * @param id of the questionnaire
     * @param version its version as text
     * @return a sample without waves; empty if the questionnaire is not known here
     */
    public Optional<InstrumentSample> instrument(String id, String version) {
        return catalogue.find(id, version).map(InstrumentSample::of);
    }

    /**
     * What many waves of one questionnaire say about it, with the usual numbers of cases.
     *
     * @param questionnaire what was asked
     * @param waves one a company or group
     * @return the report; too little data is said in it, part by part
     * @throws IllegalArgumentException if a wave is of another questionnaire, or was made by hand with answers that do not
     *     fit it
     */
    public static InstrumentReport validateInstrument(Questionnaire questionnaire, Iterable<Wave> waves) {
        InstrumentSample sample = InstrumentSample.of(questionnaire);
        waves.forEach(sample::add);
        return sample.report(InstrumentPolicy.DEFAULT);
    }

    /**
     * The report on an instrument as a document ({@code moatmark/instrument/1}).
     *
     * @param report a report
     * @return compact JSON
     */
    public static String write(InstrumentReport report) {
        return CompactJson.of(InstrumentJson.document(report));
    }

    /**
     * Gathers the protected answers of a wave into crowds, for the next release of a confidential assessment (rule S22).
     *
     * @param before all crowds of the releases so far, standing or not
     * @param wave the answers of everybody who is to be counted; a seat is known by its key from release to release
     * @param offices who is not protected
     * @param terms what was agreed
     * @param editions tells the answers of one seat to one item apart: another number whenever the answer changed
     * @param last whether no other release will follow as far as anybody knows
     * @return all crowds, to be kept for the release after
     * @throws IllegalArgumentException as {@link #score(Wave)}
     */
    public List<Crowd> gather(
            List<Crowd> before,
            Wave wave,
            Offices offices,
            Secrecy terms,
            ToLongBiFunction<String, String> editions,
            boolean last) {
        ScoreTree tree = prepared(wave).scorer().scoreWithoutGains(wave);
        return Crowding.next(before, tree, offices, terms, editions, last);
    }

    /**
     * The release of a confidential assessment: all that is shown of it, made from the statements of offices and the
     * means of crowds alone.
     *
     * @param statements what offices state; see {@link Masks#statements}
     * @param crowds the crowds
     * @param offices who is not protected
     * @param terms what was agreed
     * @return the release
     * @throws IllegalArgumentException as {@link #score(Wave)}
     */
    public Release release(Wave statements, List<Crowd> crowds, Offices offices, Secrecy terms) {
        Scoring with = prepared(statements);
        Questionnaire questionnaire = with.scorer().questionnaire();
        List<Wave> masked = Stream.of(Masks.Place.values())
                .map(place -> Masks.of(questionnaire, statements, crowds, offices, place))
                .toList();
        ScoreTree middle = with.scorer().score(masked.get(1));
        return Releasing.of(
                with.scorer().scoreWithoutGains(masked.get(0)),
                middle,
                with.scorer().scoreWithoutGains(masked.get(2)),
                with.maturity().verdict(middle),
                crowds,
                offices,
                terms);
    }

    /**
     * A single release of answers, such as of an assessment that is over and of which nothing was shown before.
     *
     * @param wave the answers
     * @param terms what was agreed
     * @return the release
     * @throws IllegalArgumentException as {@link #score(Wave)}
     */
    public Release release(Wave wave, Secrecy terms) {
        Questionnaire questionnaire = prepared(wave).scorer().questionnaire();
        Offices offices = Offices.of(
                wave.respondents().stream().map(one -> one.seat().informants()).toList(), terms.k());
        List<Crowd> crowds = gather(List.of(), wave, offices, terms, (seat, item) -> 0, true);
        return release(Masks.statements(questionnaire, wave, offices), crowds, offices, terms);
    }

    /**
     * A release as a document ({@code moatmark/release/1}).
     *
     * @param release a release
     * @return compact JSON
     */
    public String write(Release release) {
        return CompactJson.of(ReleaseJson.document(release));
    }

    /**
     * The charts of a result; {@link Charts#with(Wave)} and {@link Charts#with(Position)} add what these know.
     *
     * @param result a result of a questionnaire that is known here
     * @return its charts
     * @throws IllegalArgumentException if the questionnaire is not known
     */
    public Charts charts(Result result) {
        return Charts.of(known(result.questionnaire(), result.version()), result);
    }

    /**
     * The charts of a release, which show nothing that the release does not.
     *
     * @param release a release of a questionnaire that is known here
     * @return its charts
     * @throws IllegalArgumentException if the questionnaire is not known
     */
    public Charts charts(Release release) {
        return Charts.of(known(release.questionnaire(), release.version()), release);
    }

    private Questionnaire known(String id, String version) {
        return catalogue
                .find(id, version)
                .orElseThrow(() ->
                        new IllegalArgumentException("Questionnaire '" + id + "' " + version + " is not known here."));
    }

    /**
     * What changed between two results of one questionnaire, and how much of it is due to the answers and to the version of
     * the questionnaire (rule S23).
     *
     * @param before the earlier result
     * @param answers the answers behind it, to be scored by the later version where the versions do not score alike; null
     *     if they are not known, and then nothing is said of what the versions do not share
     * @param after the later result
     * @param how how those answers are resampled
     * @return what changed
     * @throws IllegalArgumentException if a questionnaire is not known here, or the results are of different ones
     */
    public SnapshotComparison compare(Result before, @Nullable Wave answers, Result after, Resampling how) {
        Questionnaire one = known(before.questionnaire(), before.version());
        Questionnaire other = known(after.questionnaire(), after.version());
        return SnapshotComparison.of(one, before, carried(one, answers, other, how), other, after);
    }

    /**
     * The answers to one version scored by another: what of a change is due to the ruler.
     *
     * @param before the result of the answers
     * @param answers the answers
     * @param version the other version
     * @param how how they are resampled
     * @return the result; empty where both versions score alike, so that it would be the same
     * @throws IllegalArgumentException if a version is not known here
     */
    public Optional<Result> rescore(Result before, Wave answers, String version, Resampling how) {
        Questionnaire one = known(before.questionnaire(), before.version());
        return Optional.ofNullable(carried(one, answers, known(before.questionnaire(), version), how));
    }

    private @Nullable Result carried(
            Questionnaire before, @Nullable Wave answers, Questionnaire after, Resampling how) {
        return answers == null || before.equals(after) || before.scoresLike(after)
                ? null
                : scoreWithoutGains(CarriedWave.onto(answers, before, after), how);
    }

    /**
     * What changed between two releases of a confidential assessment; they hold no answers, so that nothing is said of what
     * their versions do not share.
     *
     * @param before the earlier release
     * @param after the later release
     * @return what changed
     * @throws IllegalArgumentException if a questionnaire is not known here, or the releases are of different ones
     */
    public SnapshotComparison compare(Release before, Release after) {
        return SnapshotComparison.of(
                known(before.questionnaire(), before.version()),
                before,
                known(after.questionnaire(), after.version()),
                after);
    }

    /**
     * A comparison of two snapshots as a document ({@code moatmark/snapshot-comparison/1}).
     *
     * @param questionnaire id of the questionnaire
     * @param comparison the comparison
     * @return compact JSON
     */
    public static String write(String questionnaire, SnapshotComparison comparison) {
        return CompactJson.of(SnapshotComparisonJson.document(questionnaire, comparison));
    }

    private static Result result(Scoring with, ScoreTree tree, Resampling how) {
        MaturityVerdict verdict = with.maturity().verdict(tree);
        Result result = Result.of(
                tree, with.maturity(), verdict, with.maturity().confidence(tree, verdict, with.scorer(), how), how);
        return result.with(with.check().check(tree, verdict));
    }

    private Scoring prepared(Wave wave) {
        for (Prepared one : prepared) {
            if (one.questionnaire.id().equals(wave.questionnaire())
                    && one.questionnaire.version().toString().equals(wave.version())) {
                return one.scoring();
            }
        }
        throw new IllegalArgumentException(
                "Questionnaire '" + wave.questionnaire() + "' " + wave.version() + " is not known here.");
    }

    private Object readResolve() {
        return new Moatmark(catalogue);
    }
}
