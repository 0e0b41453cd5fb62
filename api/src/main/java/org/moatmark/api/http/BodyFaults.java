package org.moatmark.api.http;

import java.util.Collection;
import java.util.stream.Collectors;
import org.moatmark.core.issue.Excerpt;
import org.moatmark.core.issue.Issue;
import org.moatmark.core.issue.Words;

/** What is said about bodies that are JSON and yet not what was asked for. */
final class BodyFaults {

    private BodyFaults() {}

    private static String name(String at) {
        String step = at.substring(at.lastIndexOf('/') + 1).replace("~1", "/").replace("~0", "~");
        return Excerpt.of(step);
    }

    private static String en(String at) {
        return at.isEmpty() ? "The body" : "'" + name(at) + "'";
    }

    private static String ja(String at) {
        return at.isEmpty() ? "本文" : "「" + name(at) + "」";
    }

    static Issue wrongType(String at, String en, String ja) {
        return new Issue(
                "wrong-type",
                at,
                new Words(en(at) + " is not " + en + ".", ja(at) + "は" + ja + "ではありません。"),
                new Words("Write " + en + ".", ja + "を書いてください。"));
    }

    static Issue missing(String at) {
        return new Issue(
                "missing-property",
                at,
                new Words(en(at) + " is missing.", ja(at) + "がありません。"),
                new Words("Add the property.", "このプロパティを追加してください。"));
    }

    static Issue unknown(String at, Collection<String> known) {
        String names = known.stream().sorted().collect(Collectors.joining(", "));
        return new Issue(
                "unknown-property",
                at,
                new Words("There is no property " + en(at) + " here.", "プロパティ" + ja(at) + "はありません。"),
                names.isEmpty()
                        ? new Words("Remove it; this body has no properties.", "削除してください。この本文にプロパティはありません。")
                        : new Words("Remove it. Known here: " + names + ".", "削除してください。使えるプロパティ：" + names + "。"));
    }

    static Issue blank(String at) {
        return new Issue(
                "blank-text",
                at,
                new Words(en(at) + " is empty.", ja(at) + "が空です。"),
                new Words("Write a text, or leave the property out where it is optional.", "文字を入れるか、省略できる場合は省いてください。"));
    }

    static Issue tooLong(String at, int length, int longest) {
        return new Issue(
                "text-too-long",
                at,
                new Words(
                        en(at) + " has " + length + " characters; at most " + longest + " are taken.",
                        ja(at) + "は" + length + "文字あります。上限は" + longest + "文字です。"),
                new Words("Shorten the text.", "短くしてください。"));
    }

    static Issue control(String at) {
        return new Issue(
                "control-character",
                at,
                new Words(
                        en(at)
                                + " holds a control character or an end of a line, a character that turns the direction of"
                                + " writing or that nobody sees, or a code that is no character.",
                        ja(at) + "に、制御文字や改行、文字の並びの向きを変える文字、目に見えない文字、または文字として定義されていないコードがあります。"),
                new Words("Remove it.", "取り除いてください。"));
    }

    static Issue unassigned(String at) {
        return new Issue(
                "unassigned-character",
                at,
                new Words(en(at) + " holds a code that is no character.", ja(at) + "に、文字として定義されていないコードがあります。"),
                new Words("Remove it.", "取り除いてください。"));
    }

    static Issue unknownWord(String at, Collection<String> words) {
        String all = String.join(", ", words);
        return new Issue(
                "unknown-word",
                at,
                new Words(en(at) + " is not one of its words.", ja(at) + "は使える語ではありません。"),
                new Words("Possible: " + all + ".", "使える語：" + all + "。"));
    }

    static Issue wrongCount(String at, int count, int most) {
        return new Issue(
                "wrong-count",
                at,
                new Words(
                        en(at) + " lists " + count + "; it takes 1 to " + most + ".",
                        ja(at) + "は" + count + "個です。1から" + most + "個を受け付けます。"),
                new Words("List 1 to " + most + ".", "1から" + most + "個を書いてください。"));
    }

    static Issue noSnapshotName(String at) {
        return new Issue(
                "wrong-name",
                at,
                new Words(
                        "A name of a snapshot stands in addresses: 1 to 64 letters, digits, '.', '_' and '-', the first a"
                                + " letter or digit.",
                        "スナップショットの名前はアドレスに使われます。半角英数字と「.」「_」「-」で1から64文字、先頭は英数字にしてください。"),
                new Words(
                        "Name it for example 2026-autumn; 'title' takes any text.",
                        "例：2026-autumn。任意の文は title に書けます。"));
    }

    static Issue notWhole(String at, int low, int high) {
        return new Issue(
                "out-of-range",
                at,
                new Words(
                        "A whole number from " + low + " to " + high + " is expected here.",
                        "ここには" + low + "から" + high + "までの整数が必要です。"),
                new Words("Give such a number.", "その範囲の整数を指定してください。"));
    }

    static Issue unknownCase(String at) {
        return new Issue(
                "unknown-case",
                at,
                new Words("There is no case company with this id.", "このIDの事例企業はありません。"),
                new Words(
                        "GET /v1/cases lists the ids; write {\"case\": \"apple\"}.",
                        "IDは GET /v1/cases にあります。{\"case\": \"apple\"} のように書いてください。"));
    }

    static Issue country(String at) {
        return new Issue(
                "invalid-country",
                at,
                new Words(
                        en(at) + " is not an ISO 3166-1 code of two capital letters.",
                        ja(at) + "はISO 3166-1の英大文字2文字のコードではありません。"),
                new Words("Write a code such as JP.", "JP のようなコードを書いてください。"));
    }

    static Issue time(String at) {
        return new Issue(
                "invalid-time",
                at,
                new Words(en(at) + " is not a time of RFC 3339.", ja(at) + "はRFC 3339の日時ではありません。"),
                new Words("Write a time such as 2027-03-31T23:59:00Z.", "2027-03-31T23:59:00Z のように書いてください。"));
    }

    static Issue tooLate(String at) {
        return new Issue(
                "time-too-late",
                at,
                new Words(en(at) + " is too far away.", ja(at) + "は先すぎる日時です。"),
                new Words("Give a time within 30 days.", "30日以内の日時を指定してください。"));
    }

    static Issue withinAYear(String at) {
        return new Issue(
                "time-too-late",
                at,
                new Words(en(at) + " is too far away.", ja(at) + "は先すぎる日時です。"),
                new Words("Give a time within 366 days.", "366日以内の日時を指定してください。"));
    }

    static Issue timeIsOver(String at) {
        return new Issue(
                "time-in-the-past",
                at,
                new Words(en(at) + " is over already.", ja(at) + "は既に過ぎた日時です。"),
                new Words("Give a later time.", "これより後の日時を指定してください。"));
    }
}
