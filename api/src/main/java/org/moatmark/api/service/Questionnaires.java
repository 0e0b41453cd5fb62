package org.moatmark.api.service;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.moatmark.api.store.QuestionnaireShelf.Published;
import org.moatmark.api.store.StoredAssessment;
import org.moatmark.core.Moatmark;
import org.moatmark.core.json.QuestionnaireJson;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.scoring.Scorer;

/**
 * What can be asked: the shipped questionnaires, and for each tenant those that it published.
 *
 * <p>What is shipped is looked at first and needs no database. What was published never changes, so it is read once and kept
 * by its method hash; of as many tenants as were seen last, what scores their questionnaires is kept too.
 */
public final class Questionnaires {

    private static final int TENANTS = 64;
    private static final int PARSED = 256;
    private static final int ASKED = 1_024;

    private final Moatmark shipped;
    private final Map<String, Questionnaire> parsed = last(PARSED);
    private final Map<List<String>, Moatmark> doors = last(TENANTS);
    private final Map<String, Scorer> scorers = last(PARSED);
    private final Map<Asking, List<Item>> asked = last(ASKED);

    /** Who is asked by which questionnaire. */
    private record Asking(String methodHash, List<String> kinds) {}

    /**
     * Looks after questionnaires.
     *
     * @param shipped those that come with the program
     */
    public Questionnaires(Moatmark shipped) {
        this.shipped = shipped;
    }

    private static <K, V> Map<K, V> last(int most) {
        return Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        });
    }

    /**
     * One version of a questionnaire.
     *
     * @param work the transaction
     * @param tenant for whom
     * @param id its id
     * @param version its version
     * @return the questionnaire, shipped or of the tenant
     */
    public Optional<Questionnaire> find(Work work, String tenant, String id, String version) {
        Optional<Questionnaire> known = shipped.catalogue().find(id, version);
        return known.isPresent()
                ? known
                : work.shelves().questionnaires().find(tenant, id, version).map(one -> read(work, tenant, one));
    }

    /**
     * What scores one questionnaire and nothing else.
     *
     * @param questionnaire one that was {@linkplain #find found}
     * @return its scorer
     */
    public Scorer scorer(Questionnaire questionnaire) {
        Scorer known = scorers.get(questionnaire.methodHash());
        if (known == null) {
            known = Scorer.of(questionnaire);
            scorers.put(questionnaire.methodHash(), known);
        }
        return known;
    }

    /**
     * What somebody is asked.
     *
     * @param questionnaire by which questionnaire
     * @param kinds as which kinds of informant
     * @return its items for any of these kinds, in file order
     */
    List<Item> asked(Questionnaire questionnaire, List<String> kinds) {
        Asking asking = new Asking(questionnaire.methodHash(), kinds);
        List<Item> known = asked.get(asking);
        if (known == null) {
            known = questionnaire.items().stream()
                    .filter(item -> !Collections.disjoint(item.informants(), kinds))
                    .toList();
            asked.put(asking, known);
        }
        return known;
    }

    /**
     * The newest version of a questionnaire.
     *
     * @param work the transaction
     * @param tenant for whom
     * @param id its id
     * @return the questionnaire, shipped or of the tenant
     */
    public Optional<Questionnaire> newest(Work work, String tenant, String id) {
        Optional<Questionnaire> known = shipped.catalogue().newest(id);
        return known.isPresent() ? known : of(work, tenant).catalogue().newest(id);
    }

    /**
     * What reads and scores the questionnaires of a tenant, the shipped ones among them.
     *
     * @param work the transaction
     * @param tenant for whom
     * @return the door to all of them
     */
    public Moatmark of(Work work, String tenant) {
        return of(work, tenant, work.shelves().questionnaires().all(tenant));
    }

    /**
     * The same for a caller: a seat knows, beside the shipped questionnaires, those of its own assessment only.
     *
     * @param work the transaction
     * @param caller for whom
     * @return the door to all that the caller may know of
     */
    public Moatmark of(Work work, Caller caller) {
        List<Published> own = work.shelves().questionnaires().all(caller.tenant());
        if (caller instanceof Caller.SeatHolder seat && !own.isEmpty()) {
            List<StoredAssessment.Asked> asked = work.shelves()
                    .assessments()
                    .find(seat.tenant(), seat.assessment())
                    .map(StoredAssessment::questionnaires)
                    .orElse(List.of());
            own = own.stream()
                    .filter(one -> asked.contains(new StoredAssessment.Asked(one.id(), one.version())))
                    .toList();
        }
        return of(work, caller.tenant(), own);
    }

    private Moatmark of(Work work, String tenant, List<Published> own) {
        if (own.isEmpty()) {
            return shipped;
        }
        List<String> hashes = own.stream().map(Published::methodHash).toList();
        Moatmark known = doors.get(hashes);
        if (known == null) {
            known = shipped;
            for (Published one : own) {
                if (shipped.catalogue().find(one.id(), one.version()).isEmpty()) {
                    known = known.with(read(work, tenant, one));
                }
            }
            doors.put(hashes, known);
        }
        return known;
    }

    private Questionnaire read(Work work, String tenant, Published published) {
        Questionnaire known = parsed.get(published.methodHash());
        if (known == null) {
            known = QuestionnaireJson.read(document(work, tenant, published.id(), published.version()))
                    .orThrow();
            parsed.put(published.methodHash(), known);
        }
        return known;
    }

    /**
     * The document of a questionnaire that a tenant published.
     *
     * @param work the transaction
     * @param tenant whose
     * @param id its id
     * @param version its version
     * @return the document
     */
    public String document(Work work, String tenant, String id, String version) {
        return work.shelves().questionnaires().document(tenant, id, version).orElseThrow(Refused::notFound);
    }

    /**
     * Whether a questionnaire comes with the program.
     *
     * @param questionnaire any questionnaire
     * @return true if it is one of the shipped
     */
    public boolean isShipped(Questionnaire questionnaire) {
        return shipped.catalogue().newest(questionnaire.id()).isPresent();
    }

    /**
     * Publishes a questionnaire, or a new version of one. The same document again changes nothing.
     *
     * @param work the transaction
     * @param who an owner or analyst
     * @param questionnaire what was read from the document
     * @param document the document
     */
    public void publish(Work work, Caller.KeyHolder who, Questionnaire questionnaire, String document) {
        if (isShipped(questionnaire)) {
            throw Refused.invalid(Faults.idIsShipped("/id", questionnaire.id()));
        }
        String version = questionnaire.version().toString();
        Optional<Published> before = work.shelves().questionnaires().find(who.tenant(), questionnaire.id(), version);
        if (before.isPresent() && before.get().methodHash().equals(questionnaire.methodHash())) {
            return;
        } else if (before.isPresent()) {
            throw Refused.because(
                    Refused.Reason.CONFLICT,
                    "Questionnaire '" + questionnaire.id() + "' " + version + " has been published and says something"
                            + " else. A published version never changes: give this one a new version.",
                    "質問票「" + questionnaire.id() + "」" + version + "は、別の内容で公開済みです。公開した版は変更できません。新しい版番号を付けてください。");
        }
        var published = new Published(questionnaire.id(), version, questionnaire.methodHash());
        work.shelves().questionnaires().add(who.tenant(), published, document, who.id(), work.now());
        work.log(who, "publish questionnaire", questionnaire.id(), version);
    }
}
