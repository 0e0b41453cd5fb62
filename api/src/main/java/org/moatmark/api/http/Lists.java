package org.moatmark.api.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
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
        return cursors.read(tenant, filtered(call), call.parameters().get("cursor"));
    }

    <T> Answer answer(Call call, String tenant, Page<T> page, Function<T, String> id, Function<T, JsonObject> shape) {
        return answer(call, tenant, page, id, shape, new Members());
    }

    /** Answers a page, with more members after its links. */
    <T> Answer answer(
            Call call,
            String tenant,
            Page<T> page,
            Function<T, String> id,
            Function<T, JsonObject> shape,
            Members more) {
        Members list = new Members().list("items", page.items(), shape);
        Members links = new Members();
        if (!page.more()) {
            return Answer.json(200, more.into(list.put("links", links.done())).done());
        }
        String filtered = filtered(call);
        String last = id.apply(page.items().get(page.items().size() - 1));
        String next = filtered + (filtered.contains("?") ? "&" : "?") + "limit="
                + call.parameters().limit() + "&cursor=" + cursors.after(tenant, filtered, last);
        list.put("links", links.put("next", next).done());
        return Answer.json(200, more.into(list).done()).with("Link", "<" + next + ">; rel=\"next\"");
    }

    /** The list that is paged: its address with its filters, in one order. */
    private static String filtered(Call call) {
        String filters = new TreeMap<>(call.parameters().without("limit", "cursor"))
                .entrySet().stream()
                        .map(filter -> filter.getKey() + "=" + URLEncoder.encode(filter.getValue(), UTF_8))
                        .collect(Collectors.joining("&"));
        return call.raw().getRequestURI() + (filters.isEmpty() ? "" : "?" + filters);
    }
}
