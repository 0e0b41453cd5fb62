package org.moatmark.api.service;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.moatmark.api.store.ContributionShelf.Agreement;
import org.moatmark.api.store.GrantShelf.Grant;
import org.moatmark.api.store.HistoryShelf.Told;
import org.moatmark.api.store.InvitationShelf.Invitation;
import org.moatmark.api.store.SecrecyShelf.Publication;
import org.moatmark.api.store.SecrecyShelf.Terms;
import org.moatmark.api.store.StoredAssessment;
import org.moatmark.api.store.StoredAssessment.Asked;
import org.moatmark.api.store.StoredCompany;
import org.moatmark.api.store.StoredKey;
import org.moatmark.api.store.StoredSeat;
import org.moatmark.api.store.StoredShare;
import org.moatmark.api.store.StoredSnapshot;
import org.moatmark.api.store.TenantSettings;
import org.moatmark.core.json.CompactJson;
import org.moatmark.core.json.JsonArray;
import org.moatmark.core.json.JsonBool;
import org.moatmark.core.json.JsonNull;
import org.moatmark.core.json.JsonNumber;
import org.moatmark.core.json.JsonObject;
import org.moatmark.core.json.JsonString;
import org.moatmark.core.json.JsonTree;
import org.moatmark.core.json.JsonValue;
import org.moatmark.core.report.Brand;

/** How the things of an export look, one JSON object each. */
final class ExportLine {

    private final Map<String, JsonValue> members = new LinkedHashMap<>();

    private ExportLine() {}

    private ExportLine put(String key, @Nullable String text) {
        if (text != null) {
            members.put(key, new JsonString(text));
        }
        return this;
    }

    private ExportLine at(String key, @Nullable Long epochMs) {
        if (epochMs != null) {
            members.put(key, time(epochMs));
        }
        return this;
    }

    private ExportLine json(String key, @Nullable String document) {
        if (document != null) {
            members.put(key, JsonTree.parse(document).orThrow());
        }
        return this;
    }

    private ExportLine with(String key, JsonValue value) {
        members.put(key, value);
        return this;
    }

    private String line() {
        return CompactJson.of(JsonObject.of(members));
    }

    private static JsonBool bool(boolean holds) {
        return holds ? JsonBool.TRUE : JsonBool.FALSE;
    }

    static JsonString time(long epochMs) {
        return new JsonString(Instant.ofEpochMilli(epochMs).toString());
    }

    static JsonObject tenant(Tenants.Own own) {
        ExportLine shape = new ExportLine()
                .put("id", own.kept().id())
                .put("name", own.kept().name())
                .put("timeZone", own.settings().timeZone())
                .with("brand", brand(own.settings().brand()))
                .with("retention", retention(own.settings()))
                .at("createdAt", own.kept().createdMs());
        return JsonObject.of(shape.members);
    }

    private static JsonObject retention(TenantSettings settings) {
        return JsonObject.of(new ExportLine()
                .with("draftDays", JsonNumber.of(settings.draftDays()))
                .with("linkDays", JsonNumber.of(settings.linkDays()))
                .with("answerDays", JsonNumber.of(settings.answerDays()))
                .with("auditDays", JsonNumber.of(settings.auditDays()))
                .members);
    }

    private static JsonObject brand(Brand brand) {
        return JsonObject.of(new ExportLine()
                .put("title", brand.title())
                .put("subtitle", brand.subtitle())
                .put("accent", brand.accent())
                .members);
    }

    static String company(StoredCompany company) {
        var facts = company.facts();
        return new ExportLine()
                .put("id", company.id())
                .put("name", facts.name())
                .put("country", facts.country())
                .put("region", facts.region())
                .put("sector", facts.sector())
                .put("size", facts.size() == null ? null : facts.size().word())
                .put("market", facts.market() == null ? null : facts.market().word())
                .at("createdAt", company.createdMs())
                .at("changedAt", company.changedMs())
                .line();
    }

    static String assessment(
            StoredAssessment of, Terms terms, @Nullable Long closesMs, @Nullable Publication published) {
        List<JsonValue> asked = new ArrayList<>();
        for (Asked one : of.questionnaires()) {
            asked.add(JsonObject.of(new ExportLine().put("id", one.id()).put("version", one.version()).members));
        }
        return new ExportLine()
                .put("id", of.id())
                .put("company", of.company())
                .put("name", of.name())
                .put("form", of.form().word())
                .put("status", of.status().word())
                .put("mode", terms.mode().word())
                .with("k", JsonNumber.of(terms.k()))
                .with("departments", bool(terms.departments()))
                .with("successorSees", bool(terms.successorSees()))
                .json("offices", terms.offices())
                .with("questionnaires", new JsonArray(asked))
                .at("createdAt", of.createdMs())
                .at("changedAt", of.changedMs())
                .at("openedAt", of.openedMs())
                .at("closesAt", closesMs)
                .at("closedAt", of.closedMs())
                .at("releasedAt", published == null ? null : published.madeMs())
                .with("releases", JsonNumber.of(published == null ? 0 : published.number()))
                .line();
    }

    static String invitation(String assessment, Invitation one, @Nullable Long firstSubmittedMs) {
        return new ExportLine()
                .put("assessment", assessment)
                .put("seat", one.seat())
                .at("issuedAt", one.issuedMs())
                .at("sentAt", one.invitedMs())
                .at("openedAt", one.openedMs())
                .at("firstSubmittedAt", firstSubmittedMs)
                .line();
    }

    static String snapshot(StoredSnapshot one) {
        return new ExportLine()
                .put("id", one.id())
                .put("assessment", one.assessment())
                .put("name", one.name())
                .put("title", one.title())
                .put("status", one.status().word())
                .with("release", one.release() == null ? JsonNull.NULL : JsonNumber.of(one.release()))
                .json("seats", one.seats())
                .with("erasedSeats", JsonNumber.of(one.erasedSeats()))
                .with("seatsSee", bool(one.seatsSee()))
                .at("createdAt", one.createdMs())
                .put("createdBy", one.createdBy())
                .at("changedAt", one.changedMs())
                .at("withdrawnAt", one.withdrawnMs())
                .line();
    }

    static String share(StoredShare one) {
        return new ExportLine()
                .put("id", one.id())
                .put("assessment", one.assessment())
                .put("snapshot", one.snapshot())
                .put("label", one.label())
                .put("lastFour", one.lastFour())
                .at("createdAt", one.createdMs())
                .put("createdBy", one.createdBy())
                .at("expiresAt", one.expiresMs())
                .at("revokedAt", one.revokedMs())
                .line();
    }

    static String contribution(String assessment, Agreement agreement) {
        return new ExportLine()
                .put("assessment", assessment)
                .with("contributed", bool(agreement.agreedMs() != null))
                .at("agreedAt", agreement.agreedMs())
                .line();
    }

    static String seat(StoredSeat seat, boolean confidential) {
        Map<String, JsonValue> informants = new LinkedHashMap<>();
        seat.informants().forEach((id, kinds) -> informants.put(id, texts(kinds)));
        ExportLine shape = new ExportLine()
                .put("id", seat.id())
                .put("assessment", seat.assessment())
                .put("key", seat.key())
                .put("department", seat.department())
                .put("role", seat.role())
                .put("unit", seat.unit())
                .with("informants", JsonObject.of(informants))
                .at("createdAt", seat.createdMs())
                .at("changedAt", seat.changedMs())
                .at("handedOverAt", seat.handedOverMs());
        if (!confidential) {
            shape.put("status", seat.submitted() ? "submitted" : "open").at("submittedAt", seat.submittedMs());
        }
        return shape.line();
    }

    private static JsonArray texts(List<String> texts) {
        return new JsonArray(texts.stream().<JsonValue>map(JsonString::new).toList());
    }

    static String respondent(ExportSource.Said said) {
        ExportLine seat = new ExportLine()
                .put("key", said.seat().key())
                .put("department", said.seat().department())
                .put("role", said.seat().role())
                .put("unit", said.seat().unit());
        List<String> kinds = said.kinds();
        seat.with("informant", kinds.size() == 1 ? new JsonString(kinds.get(0)) : texts(kinds));
        Map<String, JsonValue> answers = new LinkedHashMap<>();
        said.answers()
                .forEach(
                        (item, given) -> answers.put(item, JsonTree.parse(given).orThrow()));
        Map<String, JsonValue> vignettes = new LinkedHashMap<>();
        said.vignettes().forEach((key, rating) -> vignettes.put(key, JsonNumber.of(rating)));
        ExportLine respondent =
                new ExportLine().with("seat", JsonObject.of(seat.members)).with("answers", JsonObject.of(answers));
        if (!vignettes.isEmpty()) {
            respondent.with("vignettes", JsonObject.of(vignettes));
        }
        return respondent.line();
    }

    static String key(StoredKey key) {
        return new ExportLine()
                .put("id", key.id())
                .put("holder", key.holder())
                .put("scope", key.scope())
                .put("label", key.label())
                .put("lastFour", key.lastFour())
                .at("createdAt", key.createdMs())
                .at("expiresAt", key.expiresMs())
                .at("revokedAt", key.revokedMs())
                .at("lastUsedAt", key.lastUsedMs())
                .line();
    }

    static String grant(String assessment, Grant grant) {
        return new ExportLine()
                .put("assessment", assessment)
                .put("holder", grant.holder())
                .put("scope", grant.scope())
                .put("label", grant.label())
                .at("grantedAt", grant.grantedMs())
                .line();
    }

    static String line(Told told) {
        String actor = told.line().actor();
        return new ExportLine()
                .put("id", told.id())
                .at("at", told.line().atMs())
                .put("actor", actor.startsWith("seat:") ? "seat" : actor)
                .put("deed", told.line().deed())
                .put("subject", told.line().subject())
                .put("reason", told.line().reason())
                .with("times", JsonNumber.of(told.times()))
                .line();
    }
}
