package org.moatmark.api.http;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.moatmark.api.http.PageFrame.Page;

/** The pages that everybody may see, and the files that all pages are made of. They are no part of the interface. */
final class PageRoutes {

    private final PageFrame frame;
    private final WebFiles files;
    private final Address address;

    PageRoutes(PageFrame frame, WebFiles files, Address address) {
        this.frame = frame;
        this.files = files;
        this.address = address;
    }

    List<Route> routes() {
        return Stream.of(
                        List.of(
                                page("/quick", Page.live("quick", "form")),
                                page("/respond", Page.live("respond", "form", "report")),
                                page("/assessments", Page.live("owner", "report")),
                                page("/shared", Page.live("shared", "report")),
                                page("/privacy", Page.still("privacy")),
                                Route.get("/web/:build/:file", Access.PUBLIC, files::answer)
                                        .giving("text/javascript", "text/css", "image/svg+xml")),
                        new CasePages(frame).routes(),
                        new InstrumentPages(frame).routes())
                .flatMap(List::stream)
                .toList();
    }

    /** A page of which the server writes no more than its frame. */
    private Route page(String path, Page page) {
        return PageFrame.route(path, call -> frame.answer(call, page, Map.of()));
    }

    /** The first page; the interface has its address too, and says as JSON what is here. */
    Answer start(Call call) {
        return frame.answer(call, Page.still("start"), Map.of("base", Html.escape(address.base())));
    }
}
