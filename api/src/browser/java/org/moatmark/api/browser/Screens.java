package org.moatmark.api.browser;

import java.util.List;
import java.util.stream.Stream;

/** Every screen of the product in every state that looks different. A new screen is a line here. */
final class Screens {

    private Screens() {}

    static List<Screen> all() {
        return Stream.of(read(), quick(), respondent(), owner(), reports(), wrong())
                .flatMap(List::stream)
                .toList();
    }

    /** The one of a name. */
    static Screen named(String name) {
        return all().stream()
                .filter(screen -> screen.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** What everybody can read. */
    static List<Screen> read() {
        return List.of(
                Screen.at("start", "/"),
                Screen.at("cases", "/cases"),
                Screen.at("cases-filtered", "/cases?sector=software-and-internet"),
                Screen.at("cases-none", "/cases?q=nothing-is-called-so"),
                Screen.at("case", "/cases/adobe"),
                Screen.at("compare-empty", "/cases/compare"),
                Screen.at("compare", "/cases/compare?a=adobe&b=hubspot&c=jp-shimano&d=jp-keyence"),
                Screen.at("instruments", "/instruments"),
                Screen.at("instrument", "/instruments/outside-view"),
                Screen.at("privacy", "/privacy"));
    }

    /** The quick check. */
    static List<Screen> quick() {
        return List.of(
                Screen.at("quick", "/quick"),
                Screen.after("quick-begun", (scenery, visitor) -> scenery.quick(visitor, 4)),
                Screen.after("quick-result", Scenery::quickResult));
    }

    /** What a seat sees. */
    static List<Screen> respondent() {
        return List.of(
                Screen.at("respond-no-link", "/respond").complaining("401"),
                Screen.after("respond-welcome", Scenery::invited),
                Screen.after("respond-fill", Scenery::filling),
                Screen.after("respond-answered", Scenery::answered),
                Screen.after("respond-offline", Scenery::offline).complaining("ERR_INTERNET_DISCONNECTED"),
                Screen.after("respond-conflict", Scenery::conflict).complaining("412"),
                Screen.after("respond-review", (scenery, visitor) -> {
                    scenery.answered(visitor);
                    Scenery.go(visitor.page(), "review");
                }),
                Screen.after("respond-receipt", Scenery::submitted),
                Screen.after("respond-report", Scenery::reportOfSeat),
                Screen.after("respond-data", (scenery, visitor) -> {
                    scenery.invited(visitor);
                    Scenery.go(visitor.page(), "data");
                }));
    }

    /** What an owner sees. */
    static List<Screen> owner() {
        return List.of(
                Screen.at("owner-sign-in", "/assessments"),
                Screen.after("owner-assessments", (scenery, visitor) -> scenery.toDemo(visitor, "")),
                Screen.after("owner-new", (scenery, visitor) -> scenery.toDemo(visitor, "new")),
                demo("owner-assessment", ""),
                demo("owner-seats", "/seats"),
                demo("owner-invitations", "/invitations"),
                demo("owner-results", "/results"),
                demo("owner-snapshots", "/snapshots"),
                demo("owner-benchmark", "/benchmark"),
                Screen.after("owner-upgrade", Scenery::upgrading),
                demo("owner-assessment-settings", "/settings"),
                Screen.after("owner-questionnaires", (scenery, visitor) -> scenery.toDemo(visitor, "questionnaires")),
                Screen.after("owner-publish", (scenery, visitor) -> scenery.toDemo(visitor, "questionnaires/new")),
                Screen.after("owner-keys", (scenery, visitor) -> scenery.toDemo(visitor, "keys")),
                Screen.after("owner-settings", (scenery, visitor) -> scenery.toDemo(visitor, "settings")),
                Screen.after("owner-data", (scenery, visitor) -> scenery.toDemo(visitor, "data")),
                Screen.after("owner-audit", (scenery, visitor) -> scenery.toDemo(visitor, "audit")));
    }

    /** A part of the demo assessment. */
    private static Screen demo(String name, String part) {
        return Screen.after(
                name,
                (scenery, visitor) -> scenery.toDemo(
                        visitor, scenery.shown().demo().replace("/v1/assessments/", "assessment/") + part));
    }

    /** What people read of a result. */
    static List<Screen> reports() {
        return List.of(
                Screen.after("report", Scenery::report),
                Screen.after("report-explained", (scenery, visitor) -> {
                    scenery.report(visitor);
                    Scenery.explainedToTheAnswers(visitor);
                }),
                Screen.after("shared", Scenery::shared),
                Screen.at("shared-no-link", "/shared").complaining("401"),
                Screen.after(
                                "shared-gone",
                                (scenery, visitor) -> visitor.open(
                                        "/shared#t=" + scenery.shown().revoked().token()))
                        .complaining("410"));
    }

    /** What somebody sees who took a wrong turn. */
    static List<Screen> wrong() {
        return List.of(
                Screen.at("wrong-address", "/no-such-page").complaining("404"),
                Screen.at("wrong-language", "/cases?lang=xx").complaining("400"));
    }
}
