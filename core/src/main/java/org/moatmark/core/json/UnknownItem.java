package org.moatmark.core.json;

import java.util.Collection;
import org.moatmark.core.issue.Nearest;
import org.moatmark.core.issue.Words;

/** Says that a questionnaire has no such item. */
final class UnknownItem {

    private UnknownItem() {}

    static void add(String key, Place at, String questionnaire, Collection<String> items, Faults faults) {
        if (faults.isFull()) {
            faults.onlyCount();
            return;
        }
        String shown = Shown.text(key);
        String nearest = Nearest.to(key, items);
        faults.add(
                "unknown-item",
                at,
                new Words("Item '" + shown + "'", "設問「" + shown + "」"),
                "questionnaire '" + questionnaire + "' has no such item.",
                "質問票「" + questionnaire + "」にこの設問はありません。",
                nearest == null ? "Write the key of an item of this questionnaire." : "Did you mean '" + nearest + "'?",
                nearest == null ? "この質問票にある設問のキーを書いてください。" : "「" + nearest + "」ではありませんか。");
    }
}
