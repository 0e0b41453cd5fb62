package org.moatmark.api.service;

import java.util.List;
import java.util.stream.Collectors;
import org.moatmark.core.issue.Issue;
import org.moatmark.core.issue.Words;

/** What is said about requests that are sound JSON and yet name what is not there or does not fit. */
final class Faults {

    private static final int SHOWN = 100;

    private Faults() {}

    static Issue unknownCompany(String path) {
        return new Issue(
                "unknown-company",
                path,
                new Words("There is no company with this id.", "このIDの企業はありません。"),
                new Words(
                        "Add the company first (POST /v1/companies) and name its id.",
                        "先に企業を登録（POST /v1/companies）し、そのIDを指定してください。"));
    }

    static Issue unknownQuestionnaire(String path, String id, String version) {
        String name = shown(id) + (version.isEmpty() ? "" : " " + shown(version));
        return new Issue(
                "unknown-questionnaire",
                path,
                new Words("There is no questionnaire '" + name + "'.", "質問票「" + name + "」はありません。"),
                new Words("GET /v1/questionnaires lists ids and versions.", "GET /v1/questionnaires でIDと版を確認してください。"));
    }

    static Issue unknownSeat(String path) {
        return new Issue(
                "unknown-seat",
                path,
                new Words("This assessment has no seat with this id.", "この診断に、このIDの回答枠はありません。"),
                new Words(
                        "GET /v1/assessments/{assessment}/seats lists the ids of its seats.",
                        "回答枠のIDは GET /v1/assessments/{assessment}/seats で確認できます。"));
    }

    static Issue unknownZone(String path, String zone) {
        return new Issue(
                "unknown-time-zone",
                path,
                new Words("There is no time zone '" + shown(zone) + "'.", "タイムゾーン「" + shown(zone) + "」はありません。"),
                new Words("Write a name such as Asia/Tokyo or UTC.", "Asia/Tokyo や UTC のように書いてください。"));
    }

    static Issue unknownKey(String path) {
        return new Issue(
                "unknown-key",
                path,
                new Words("There is no key with this id.", "このIDのキーはありません。"),
                new Words("GET /v1/keys lists the ids of keys.", "キーのIDは GET /v1/keys で確認できます。"));
    }

    static Issue cannotBeGranted(String path, String scope) {
        return new Issue(
                "cannot-be-granted",
                path,
                new Words(
                        "A key of scope '" + scope + "' takes no grants of assessments.",
                        "スコープ「" + scope + "」のキーに診断の権限は与えられません。"),
                new Words(
                        "Name a key of scope analyst or reader; an owner acts on every assessment anyway.",
                        "スコープが analyst か reader のキーを指定してください。owner は権限がなくてもすべての診断を扱えます。"));
    }

    static Issue idIsShipped(String path, String id) {
        return new Issue(
                "id-taken",
                path,
                new Words(
                        "'" + id + "' is a questionnaire that comes with the program.",
                        "「" + id + "」は製品に付属する質問票のIDです。"),
                new Words(
                        "Give yours an id of its own; versions of the shipped ones come with releases.",
                        "独自のIDを付けてください。付属の質問票の新しい版は製品の更新で提供されます。"));
    }

    static Issue questionnaireTwice(String path, String id) {
        return new Issue(
                "listed-twice",
                path,
                new Words(
                        "Questionnaire '" + shown(id) + "' is named more than once.",
                        "質問票「" + shown(id) + "」が二回以上指定されています。"),
                new Words("Name each questionnaire once.", "質問票は一度だけ指定してください。"));
    }

    static Issue notAskedHere(String path, String id, List<String> asked) {
        String all = String.join(", ", asked);
        return new Issue(
                "unknown-questionnaire",
                path,
                new Words(
                        "Questionnaire '" + shown(id) + "' is not part of this assessment.",
                        "質問票「" + shown(id) + "」はこの診断に含まれていません。"),
                new Words("This assessment asks: " + all + ".", "この診断の質問票：" + all + "。"));
    }

    static Issue unknownInformant(String path, String kind, List<String> known) {
        String all = String.join(", ", known);
        return new Issue(
                "unknown-informant",
                path,
                new Words(
                        "'" + shown(kind) + "' is no informant kind of this questionnaire.",
                        "「" + shown(kind) + "」はこの質問票の回答者区分ではありません。"),
                new Words("Use one of: " + all + ".", "次のいずれかを使ってください：" + all + "。"));
    }

    static Issue informantTwice(String path, String kind) {
        return new Issue(
                "listed-twice",
                path,
                new Words(
                        "Informant kind '" + shown(kind) + "' is listed twice.", "回答者区分「" + shown(kind) + "」が二回あります。"),
                new Words("List each kind once.", "区分は一度だけ書いてください。"));
    }

    static Issue customersMixed(String path) {
        return new Issue(
                "mixed-informants",
                path,
                new Words(
                        "A seat is either of a customer or of the company, not of both.",
                        "一つの回答枠を顧客と社内の両方の区分にすることはできません。"),
                new Words("Make two seats.", "回答枠を二つに分けてください。"));
    }

    static Issue noInformants(String path) {
        return new Issue(
                "wrong-count",
                path,
                new Words("A seat answers at least one questionnaire of the assessment.", "回答枠は診断の質問票に少なくとも一つ回答します。"),
                new Words("Name an informant kind for at least one questionnaire.", "少なくとも一つの質問票について回答者区分を指定してください。"));
    }

    static Issue keyTaken(String path, String key) {
        return new Issue(
                "seat-not-unique",
                path,
                new Words(
                        "Another seat of this assessment is called '" + shown(key) + "'.",
                        "この診断には「" + shown(key) + "」という回答枠が既にあります。"),
                new Words("Choose another key.", "別の名前を付けてください。"));
    }

    static Issue tooManySeats(String path, int most) {
        return new Issue(
                "too-many",
                path,
                new Words("An assessment has at most " + most + " seats.", "一つの診断の回答枠は" + most + "までです。"),
                new Words("Remove seats, or make another assessment.", "回答枠を減らすか、別の診断を作成してください。"));
    }

    static Issue unknownItem(String path, String item) {
        return new Issue(
                "unknown-item",
                path,
                new Words(
                        "This questionnaire has no item '" + shown(item) + "'.",
                        "この質問票に設問「" + shown(item) + "」はありません。"),
                new Words(
                        "GET /v1/seat/answers/{questionnaire} lists the items of this seat.",
                        "この回答枠の設問は GET /v1/seat/answers/{questionnaire} で確認できます。"));
    }

    static Issue itemNotAsked(String path, String item) {
        return new Issue(
                "answer-not-asked",
                path,
                new Words(
                        "Item '" + shown(item) + "' is not asked of this seat.",
                        "設問「" + shown(item) + "」はこの回答枠には尋ねていません。"),
                new Words("Leave it out; somebody else answers it.", "この設問は省いてください。別の回答者が答えます。"));
    }

    static Issue vignetteNotAsked(String path, String vignette) {
        return new Issue(
                "vignette-not-asked",
                path,
                new Words(
                        "The item of vignette '" + shown(vignette) + "' is not asked of this seat.",
                        "仮想事例「" + shown(vignette) + "」の設問はこの回答枠には尋ねていません。"),
                new Words("Leave it out; somebody else rates it.", "この仮想事例は省いてください。別の回答者が評価します。"));
    }

    static Issue nothingAnswered(String path, String questionnaire) {
        return new Issue(
                "nothing-answered",
                path,
                new Words(
                        "Nothing is answered yet in '" + questionnaire + "'.",
                        "質問票「" + questionnaire + "」にまだ一つも回答がありません。"),
                new Words(
                        "Answer at least one item, or say 'don't know' or 'not applicable'.",
                        "少なくとも一つの設問に回答するか、「わからない」または「該当しない」を選んでください。"));
    }

    static Issue successorSees(String path) {
        return new Issue(
                "not-confidential",
                path,
                new Words(
                        "In a confidential assessment nobody sees answers of a predecessor.",
                        "機密扱いの診断では、後任者が前任者の回答を見ることはできません。"),
                new Words(
                        "Leave it out or set it to false, or choose another mode.",
                        "この項目を省くか false にするか、別の扱いを選んでください。"));
    }

    private static String shown(String text) {
        return text.codePointCount(0, text.length()) <= SHOWN
                ? text
                : text.codePoints().limit(SHOWN).mapToObj(Character::toString).collect(Collectors.joining("", "", "…"));
    }

    static Issue snapshotNameTaken(String path, String name) {
        return new Issue(
                "name-taken",
                path,
                new Words(
                        "This assessment has a snapshot '" + shown(name) + "' already.",
                        "この診断には「" + shown(name) + "」というスナップショットが既にあります。"),
                new Words(
                        "Take another name; that of a withdrawn snapshot stays taken too.",
                        "別の名前を付けてください。取り下げたスナップショットの名前も再利用できません。"));
    }

    static Issue tooManySnapshots(String path, int most) {
        return new Issue(
                "too-many",
                path,
                new Words("An assessment has at most " + most + " snapshots.", "一つの診断のスナップショットは" + most + "件までです。"),
                new Words("Begin a new assessment.", "新しい診断を作成してください。"));
    }

    static Issue notNewer(String path, String version, String present) {
        return new Issue(
                "not-newer",
                path,
                new Words(
                        "Version " + version + " is not newer than " + present + ", which is asked now.",
                        "版" + version + "は、現在の版" + present + "より新しくありません。"),
                new Words(
                        "Name a later version; GET /v1/questionnaires lists them.",
                        "より新しい版を指定してください。GET /v1/questionnaires で確認できます。"));
    }

    static Issue kindIsGone(String path, String kind, int seats) {
        return new Issue(
                "kind-gone",
                path,
                new Words(
                        "The new version does not know informant kind '" + shown(kind)
                                + "', or has it on another side; seats of it: " + seats + ".",
                        "新しい版には回答者区分「" + shown(kind) + "」がないか、別の側に属しています（該当する回答枠：" + seats + "）。"),
                new Words("Begin a new assessment, or remove these seats.", "新しい診断を作成するか、該当する回答枠を削除してください。"));
    }

    static Issue alreadyReleased(String path, String item, String verdict) {
        return new Issue(
                "already-released",
                path,
                new Words(
                        "Item '" + item + "' is " + verdict
                                + " in the new version, and this confidential assessment has"
                                + " released what crowds said of it; to gather them anew would show who is in them.",
                        "設問「" + item + "」は新しい版で変更されています（" + verdict
                                + "）。この機密扱いの診断ではその設問の集計を公表済みで、集計し直すと個人の回答が推測できるため、更新できません。"),
                new Words("Begin a new assessment with the new version.", "新しい版で新しい診断を作成してください。"));
    }

    static Issue unknownSnapshot(String path, String name) {
        return new Issue(
                "unknown-snapshot",
                path,
                new Words(
                        "This assessment has no snapshot '" + shown(name) + "'.",
                        "この診断に「" + shown(name) + "」というスナップショットはありません。"),
                new Words(
                        "GET .../snapshots lists the names; a link shows what was frozen under one.",
                        "名前は GET .../snapshots で確認できます。リンクで見られるのは固定した内容だけです。"));
    }

    static Issue tooManyShares(String path, int most) {
        return new Issue(
                "too-many",
                path,
                new Words("An assessment has at most " + most + " links.", "一つの診断の共有リンクは" + most + "件までです。"),
                new Words("Use one that is there already.", "既にあるリンクを使ってください。"));
    }
}
