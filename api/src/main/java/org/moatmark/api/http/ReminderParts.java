package org.moatmark.api.http;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.moatmark.api.service.Invitations;
import org.moatmark.api.store.SecrecyShelf.Mode;
import org.moatmark.core.issue.Words;
import org.moatmark.core.json.JsonObject;

/** What to write to somebody who has not answered yet, ready to be copied. */
final class ReminderParts {

    /** Stands where the link of the seat goes: it was shown once and is kept nowhere. */
    static final String LINK = "{link}";

    private static final DateTimeFormatter ENGLISH =
            DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy, HH:mm '('VV')'", Locale.ENGLISH);
    private static final DateTimeFormatter JAPANESE =
            DateTimeFormatter.ofPattern("yyyy年M月d日（E）HH:mm'（'VV'）'", Locale.JAPANESE);

    private ReminderParts() {}

    static JsonObject reminder(Invitations.Reminders all, Invitations.Reminder one) {
        boolean everybody = all.terms().mode() == Mode.CONFIDENTIAL;
        Words subject = new Words(
                (everybody ? "Please take part: " : "Your answers are still missing: ")
                        + all.assessment().name() + " (" + all.company() + ")",
                "ご回答のお願い：" + all.assessment().name() + "（" + all.company() + "）");
        Words body = body(all, one);
        return new Members()
                .put("seat", one.seat().id())
                .put("key", one.seat().key())
                .put("department", one.seat().department())
                .put("items", one.items())
                .put("minutes", one.minutes())
                .put("subject", texts(subject))
                .put("text", texts(body))
                .done();
    }

    private static JsonObject texts(Words words) {
        return new Members().put("en", words.en()).put("ja", words.ja()).done();
    }

    private static Words body(Invitations.Reminders all, Invitations.Reminder one) {
        int items = one.items();
        int minutes = one.minutes();
        boolean everybody = all.terms().mode() == Mode.CONFIDENTIAL;
        Words asking = asking(all, everybody);
        Words seen = seen(all);
        return new Words(
                "Hello,\n\n" + asking.en() + " There " + (items == 1 ? "is 1 question" : "are " + items + " questions")
                        + "; they take about " + minutes + (minutes == 1 ? " minute" : " minutes")
                        + ". You can stop at any time and go on later; what you have answered is kept."
                        + closes(all, " Answers are taken until ", ENGLISH, ".")
                        + "\n\nYour personal link:\n" + LINK + "\n\n" + seen.en()
                        + (everybody ? "" : " If you have answered already, please ignore this message.")
                        + " Thank you!",
                "お世話になっております。\n\n" + asking.ja() + "質問は" + items + "問、所要時間は約"
                        + minutes + "分です。途中で中断しても、それまでの回答は保存され、後から再開できます。"
                        + closes(all, "回答期限は", JAPANESE, "です。") + "\n\n専用リンク：\n"
                        + LINK + "\n\n" + seen.ja() + (everybody ? "" : "既にご回答済みの場合は、行き違いをご容赦ください。")
                        + "よろしくお願いいたします。");
    }

    /** Where nobody is told who has answered, those who have are thanked, and only the others are asked. */
    private static Words asking(Invitations.Reminders all, boolean everybody) {
        String name = all.assessment().name();
        return everybody
                ? new Words(
                        "this is about \"" + name + "\" at " + all.company()
                                + ". If you have answered already: thank you, there is nothing more to do. If not, we look"
                                + " forward to your answers.",
                        all.company() + "の「" + name + "」についてのご連絡です。既にご回答くださった方には、心よりお礼申し上げます。"
                                + "改めてのご対応は不要です。これからの方は、ご回答をお待ちしております。")
                : new Words(
                        "we are still looking forward to your answers to \"" + name + "\" at " + all.company() + ".",
                        all.company() + "の「" + name + "」へのご回答をお待ちしております。");
    }

    /** Until when, as a sentence of its own; nothing where that is open. */
    private static String closes(Invitations.Reminders all, String before, DateTimeFormatter how, String after) {
        Long closes = all.closesMs();
        return closes == null
                ? ""
                : before + how.format(Instant.ofEpochMilli(closes).atZone(all.zone())) + after;
    }

    private static Words seen(Invitations.Reminders all) {
        return switch (all.terms().mode()) {
            case ATTRIBUTED ->
                new Words("The link is yours alone; please do not pass it on.", "このリンクはご本人専用です。転送しないでください。");
            case CONFIDENTIAL ->
                new Words(
                        "The link is yours alone; please do not pass it on. Nobody is told who has answered; this message goes"
                                + " to everybody.",
                        "このリンクはご本人専用です。転送しないでください。誰が回答したかは誰にも知らされないため、このメッセージは全員にお送りしています。");
            case CLASSROOM ->
                new Words("The link is yours alone; please do not pass it on.", "このリンクはご本人専用です。転送しないでください。");
        };
    }
}
