package org.moatmark.api.http;

import java.util.List;
import java.util.Map;

/** What the program says about itself: the OpenAPI document and the page that shows it, problem types, the first page. */
final class DocumentRoutes {

    private static final String HTML = "text/html;charset=utf-8";
    private static final String HOUR = "public, max-age=3600";

    /** As in the pom; a test holds the two together. */
    static final String SWAGGER_UI = "/META-INF/resources/webjars/swagger-ui/5.34.1/";

    /** The files of {@code /docs}, by name: where each lies and what it is. */
    private static final Map<String, List<String>> DOCS = Map.of(
            "swagger-ui.css", List.of(SWAGGER_UI + "swagger-ui.css", "text/css;charset=utf-8"),
            "swagger-ui-bundle.js", List.of(SWAGGER_UI + "swagger-ui-bundle.js", "text/javascript;charset=utf-8"),
            "docs.js", List.of("/web/docs.js", "text/javascript;charset=utf-8"),
            "favicon-32x32.png", List.of(SWAGGER_UI + "favicon-32x32.png", "image/png"));

    private final Address address;
    private final PageRoutes pages;

    DocumentRoutes(Address address, PageRoutes pages) {
        this.address = address;
        this.pages = pages;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/", Access.PUBLIC, this::first)
                        .giving("text/html", Answer.JSON)
                        .knowing("lang"),
                Route.get(
                                "/moatmark.css",
                                Access.PUBLIC,
                                call -> file("/web/files/moatmark.css", "text/css;charset=utf-8"))
                        .giving("text/css"),
                Route.get("/openapi.json", Access.PUBLIC, call -> openApi(Library.resource("/openapi.json"))),
                Route.get("/openapi-3.0.json", Access.PUBLIC, call -> openApi(OpenApi30.bytes())),
                Route.get("/docs", Access.PUBLIC, DocumentRoutes::docs)
                        .knowing(Visit.LANG)
                        .giving("text/html"),
                Route.get("/docs/:file", Access.PUBLIC, DocumentRoutes::docsFile)
                        .giving("text/css", "text/javascript", "image/png"),
                Route.get("/problems/:slug", Access.PUBLIC, DocumentRoutes::problem));
    }

    private Answer first(Call call) {
        String base = address.base();
        if (Answer.JSON.equals(call.type())) {
            return Answer.json(
                    200,
                    new Members()
                            .put("name", "Moatmark")
                            .put("openapi", base + "/openapi.json")
                            .put("docs", base + "/docs")
                            .put("questionnaires", base + "/v1/questionnaires")
                            .put("ready", base + "/health/ready")
                            .done());
        }
        return pages.start(call);
    }

    private static Answer openApi(byte[] document) {
        return ETags.byContent(Answer.bytes(200, Answer.JSON, document)).with("Cache-Control", "public, no-cache");
    }

    private static Answer docs(Call call) {
        return file("/web/docs.html", HTML).with("Content-Security-Policy", SecurityHeaders.CSP_DOCS);
    }

    private static Answer docsFile(Call call) {
        List<String> file = DOCS.get(call.part("file"));
        if (file == null) {
            throw Halt.of(Slug.NOT_FOUND);
        }
        return file(file.get(0), file.get(1));
    }

    private static Answer file(String path, String type) {
        return Answer.bytes(200, type, Library.resource(path)).with("Cache-Control", HOUR);
    }

    private static Answer problem(Call call) {
        String word = call.part("slug");
        for (Slug slug : Slug.values()) {
            if (slug.word().equals(word)) {
                return Answer.json(
                                200,
                                new Members()
                                        .put("type", "/problems/" + word)
                                        .put("code", word)
                                        .put("status", slug.status())
                                        .put("title", slug.title().in(call.language()))
                                        .put("detail", slug.meaning().in(call.language()))
                                        .done())
                        .with("Content-Language", call.language())
                        .with("Cache-Control", HOUR);
            }
        }
        throw Halt.of(Slug.NOT_FOUND);
    }
}
