package org.moatmark.api.http;

import java.util.Locale;
import org.moatmark.core.issue.Words;

/** The problems that an answer can name; each has its own type, status and page at {@code /problems/{slug}}. */
enum Slug {
    MALFORMED_REQUEST(
            400,
            new Words("Malformed request", "要求の形式の誤り"),
            new Words(
                    "The request is not HTTP as this program reads it: the address, the Host or a header is not well formed.",
                    "HTTPの要求として正しくありません。アドレス、Host、ヘッダーのいずれかの形式に誤りがあります。")),
    MALFORMED_JSON(
            400,
            new Words("Malformed JSON", "JSONの形式の誤り"),
            new Words(
                    "The body is not JSON (RFC 8259) in UTF-8. Line and column say where reading stopped.",
                    "本文がUTF-8のJSON（RFC 8259）ではありません。読み取れなくなった行と列を示します。")),
    DUPLICATE_KEY(
            400,
            new Words("Duplicate key", "キーの重複"),
            new Words("A JSON object names the same property twice.", "JSONオブジェクトに同じプロパティが二回あります。")),
    INVALID_PARAMETER(
            400,
            new Words("Invalid parameter", "パラメーターの誤り"),
            new Words(
                    "A query parameter or a header is unknown, occurs twice or has a value that is not allowed.",
                    "クエリパラメーターまたはヘッダーが未知か、二回指定されているか、許されない値です。")),
    INVALID_CURSOR(
            400,
            new Words("Invalid cursor", "カーソルの誤り"),
            new Words(
                    "The cursor was not made by this list. Take it from 'links.next', or begin without one.",
                    "この一覧のカーソルではありません。links.next の値を使うか、カーソルなしで始めてください。")),
    IDEMPOTENCY_KEY_REQUIRED(
            400,
            new Words("Idempotency-Key required", "Idempotency-Keyが必要"),
            new Words(
                    "A submit by cookie needs an Idempotency-Key header, so that a second click does not count twice.",
                    "クッキーによる提出には Idempotency-Key ヘッダーが必要です。二重の送信を防ぎます。")),
    UNAUTHENTICATED(
            401,
            new Words("Not authenticated", "認証が必要"),
            new Words("There is no credential, or it is unknown, expired or revoked.", "認証情報がないか、未知・期限切れ・失効済みのものです。")),
    FORBIDDEN(
            403,
            new Words("Forbidden", "権限なし"),
            new Words("The credential is valid, but not for this.", "認証情報は有効ですが、この操作の権限がありません。")),
    NOT_FOUND(
            404,
            new Words("Not found", "見つかりません"),
            new Words("There is no such thing, or it is not yours to see.", "該当するものがないか、閲覧できる範囲にありません。")),
    METHOD_NOT_ALLOWED(
            405,
            new Words("Method not allowed", "許可されないメソッド"),
            new Words(
                    "The address exists, but not for this method; 'Allow' lists the methods.",
                    "このアドレスではそのメソッドを使えません。使えるメソッドは Allow ヘッダーにあります。")),
    NOT_ACCEPTABLE(
            406,
            new Words("Not acceptable", "応答できる形式なし"),
            new Words("'Accept' leaves out every format of this address.", "Accept ヘッダーに、このアドレスが返せる形式が含まれていません。")),
    REQUEST_TIMEOUT(
            408, new Words("Request timeout", "要求の時間切れ"), new Words("The request came too slowly.", "要求の送信が遅すぎます。")),
    CONFLICT(
            409,
            new Words("Conflict", "状態の不一致"),
            new Words("The thing is not in a state in which this can be done.", "現在の状態ではこの操作はできません。")),
    ALREADY_SUBMITTED(
            409,
            new Words("Already submitted", "提出済み"),
            new Words("The answers of this seat are final.", "この回答枠の回答は確定しています。")),
    IDEMPOTENCY_IN_PROGRESS(
            409,
            new Words("Still in progress", "処理中"),
            new Words("A request with the same Idempotency-Key is being worked on.", "同じ Idempotency-Key の要求を処理中です。")),
    GONE(
            410,
            new Words("Gone", "提供終了"),
            new Words(
                    "It was withdrawn or revoked, or has expired, and does not come back.",
                    "取り下げ、失効、または期限切れのため、もう利用できません。")),
    PRECONDITION_FAILED(
            412,
            new Words("Precondition failed", "前提条件の不一致"),
            new Words(
                    "The thing was changed since it was read; 'ETag' names its present version.",
                    "読み取った後に変更されています。現在の版は ETag ヘッダーにあります。")),
    EXPECTATION_FAILED(
            417,
            new Words("Expectation failed", "Expectに対応できません"),
            new Words("Of 'Expect' only 100-continue is known.", "Expect ヘッダーは 100-continue だけに対応しています。")),
    UPGRADE_REQUIRED(
            426,
            new Words("Upgrade required", "別の版が必要"),
            new Words(
                    "This program speaks HTTP/1.1; a proxy in front can speak HTTP/2.",
                    "このプログラムはHTTP/1.1で通信します。HTTP/2には前段のプロキシで対応できます。")),
    PAYLOAD_TOO_LARGE(
            413,
            new Words("Payload too large", "本文が大きすぎます"),
            new Words("The body is larger than this address takes.", "本文がこのアドレスの上限を超えています。")),
    URI_TOO_LONG(
            414,
            new Words("Address too long", "アドレスが長すぎます"),
            new Words("The address or its query is too long.", "アドレスまたはクエリが長すぎます。")),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            new Words("Unsupported media type", "対応しない形式"),
            new Words(
                    "The body has a Content-Type, charset or Content-Encoding that this address does not take.",
                    "本文の Content-Type、文字コード、または Content-Encoding に対応していません。")),
    MISDIRECTED(
            421,
            new Words("Misdirected request", "宛先の誤り"),
            new Words("This program does not answer for that Host.", "このHostへの要求には応答しません。")),
    VALIDATION(
            422,
            new Words("Not valid", "内容の誤り"),
            new Words(
                    "The body is JSON, but not what was asked for; every fault is listed.",
                    "JSONとしては読めますが、内容に誤りがあります。問題をすべて示します。")),
    UNKNOWN_PROPERTY(
            422,
            new Words("Unknown property", "未知のプロパティ"),
            new Words("The body has properties that nobody asked for.", "本文に定義されていないプロパティがあります。")),
    ANSWER_OUT_OF_RANGE(
            422,
            new Words("Answer out of range", "範囲外の回答"),
            new Words("An answer is not on the scale of its item.", "回答が設問の尺度の範囲にありません。")),
    INCOMPLETE(
            422,
            new Words("Incomplete", "未完了"),
            new Words("Something is missing before this can be done.", "この操作の前に必要なものが足りません。")),
    IDEMPOTENCY_KEY_REUSED(
            422,
            new Words("Idempotency-Key reused", "Idempotency-Keyの再利用"),
            new Words("The Idempotency-Key came with another body before.", "この Idempotency-Key は別の本文で使用済みです。")),
    PRECONDITION_REQUIRED(
            428,
            new Words("If-Match required", "If-Matchが必要"),
            new Words(
                    "A change needs an If-Match header with the ETag of what was read.",
                    "変更には、読み取ったときの ETag を If-Match ヘッダーに付けてください。")),
    RATE_LIMITED(
            429,
            new Words("Too many requests", "要求が多すぎます"),
            new Words("Wait as long as 'Retry-After' says.", "Retry-After の秒数だけ待ってください。")),
    HEADERS_TOO_LARGE(
            431,
            new Words("Headers too large", "ヘッダーが大きすぎます"),
            new Words("The headers are larger than 8 KiB.", "ヘッダーが8 KiBを超えています。")),
    INTERNAL(
            500,
            new Words("Internal error", "内部エラー"),
            new Words(
                    "This is a defect of the program. The request id leads to the log.",
                    "プログラムの不具合です。要求IDからログを確認できます。")),
    NOT_IMPLEMENTED(
            501,
            new Words("Not implemented", "未実装のメソッド"),
            new Words("The method is not one of HTTP's.", "HTTPのメソッドではありません。")),
    UNAVAILABLE(
            503,
            new Words("Unavailable", "利用できません"),
            new Words(
                    "The program is starting, stopping or cannot reach its database.",
                    "起動中、停止中、またはデータベースを利用できない状態です。")),
    BUSY(
            503,
            new Words("Busy", "混雑中"),
            new Words("There is too much to do; try again in a moment.", "処理が混み合っています。少し待ってから再度お試しください。")),
    READ_ONLY(
            503,
            new Words("Read only", "読み取り専用"),
            new Words("The database cannot be written at the moment; reading works.", "現在データベースに書き込めません。読み取りはできます。")),
    HTTP_VERSION_NOT_SUPPORTED(
            505,
            new Words("HTTP version not supported", "対応しないHTTPの版"),
            new Words("Use HTTP/1.1.", "HTTP/1.1を使ってください。")),
    STORAGE_FULL(
            507,
            new Words("Storage full", "保存領域の不足"),
            new Words("There is no space left; nothing was changed.", "保存領域がありません。変更は行われていません。"));

    private final int status;
    private final Words title;
    private final Words meaning;

    Slug(int status, Words title, Words meaning) {
        this.status = status;
        this.title = title;
        this.meaning = meaning;
    }

    int status() {
        return status;
    }

    Words title() {
        return title;
    }

    Words meaning() {
        return meaning;
    }

    /** The word in documents and addresses. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The general problem of a status that did not come from a handler. */
    static Slug ofStatus(int status) {
        return switch (status) {
            case 404 -> NOT_FOUND;
            case 408 -> REQUEST_TIMEOUT;
            case 413 -> PAYLOAD_TOO_LARGE;
            case 414 -> URI_TOO_LONG;
            case 417 -> EXPECTATION_FAILED;
            case 426 -> UPGRADE_REQUIRED;
            case 431 -> HEADERS_TOO_LARGE;
            case 501 -> NOT_IMPLEMENTED;
            case 503 -> UNAVAILABLE;
            case 505 -> HTTP_VERSION_NOT_SUPPORTED;
            default -> status < 500 ? MALFORMED_REQUEST : INTERNAL;
        };
    }
}
