package org.moatmark.api.http;

import java.util.function.Function;
import org.moatmark.api.store.Page;
import org.moatmark.core.json.JsonObject;

/** Answers lists page by page: {@code items}, {@code links.next} and the same as a Link header. */
final class Lists {

    private final Cursors cursors;

    Lists(Cursors cursors) {
        this.cursors = cursors;
    }

    /** The id after which the wanted page starts. */
    String after(Call call, String tenant) {
        return cursors.read(
                tenant, call.raw().getRequestURI(), call.parameters().get("cursor"));
    }

    <T> Answer answer(Call call, String tenant, Page<T> page, Function<T, String> id, Function<T, JsonObject> shape) {
        Members list = new Members().list("items", page.items(), shape);
        if (!page.more()) {
            return Answer.json(200, list.put("links", new Members().done()).done());
        }
        String path = call.raw().getRequestURI();
        String last = id.apply(page.items().get(page.items().size() - 1));
        String next = path + "?limit=" + call.parameters().limit() + "&cursor=" + cursors.after(tenant, path, last);
        return Answer.json(
                        200,
                        list.put("links", new Members().put("next", next).done())
                                .done())
                .with("Link", "<" + next + ">; rel=\"next\"");
    }
}
