package org.moatmark.api.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.api.OptionalAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.moatmark.api.store.AnswerShelf.Draft;
import org.moatmark.api.store.StoredAssessment.Asked;
import org.moatmark.api.store.StoredAssessment.Status;
import org.moatmark.core.questionnaire.CompanySize;
import org.moatmark.core.questionnaire.Market;
import org.moatmark.core.response.Company;
import org.moatmark.core.response.Form;

/**
 * What every store does, whatever database is behind it. Long, since it asks every shelf, with the same few things on all of
 * them.
 */
abstract class StoreContract {

    private static final long NOW = 1_793_500_000_123L;
    private static final Company FACTS =
            new Company("有間仙計器 \uD842\uDFB7", "JP", "Japan", "health", CompanySize.LARGE, Market.BOTH);

    private final String mine = Ids.next();
    private final String theirs = Ids.next();
    private Store store;

    /** Opens an empty store. */
    abstract Store open();

    @BeforeEach
    void begin() {
        store = open();
        store.write(all -> {
            all.tenants().add(mine, "Mine", NOW);
            all.tenants().add(theirs, "Theirs", NOW);
            return true;
        });
    }

    @AfterEach
    void end() {
        store.close();
    }

    private interface Job {
        void run(Shelves all);
    }

    private void write(Job job) {
        write(mine, job);
    }

    private void write(String tenant, Job job) {
        store.write(Hold.tenant(tenant), all -> {
            job.run(all);
            return true;
        });
    }

    private <T> T read(Function<Shelves, T> look) {
        return store.read(mine, look);
    }

    private <T> OptionalAssert<T> found(Function<Shelves, Optional<T>> look) {
        Optional<T> found = read(look);
        return assertThat(found);
    }

    /** Finds somebody by a credential, before it is known whose it is. */
    private <T> OptionalAssert<T> known(Function<Shelves, Optional<T>> look) {
        Optional<T> found = store.read(look);
        return assertThat(found);
    }

    private StoredCompany company(String tenant) {
        StoredCompany company = new StoredCompany(Ids.next(), 1, FACTS, NOW, NOW);
        write(tenant, all -> all.companies().put(tenant, company));
        return company;
    }

    private StoredAssessment assessment() {
        StoredAssessment assessment = new StoredAssessment(
                Ids.next(),
                1,
                company(mine).id(),
                "Autumn",
                Form.CORE,
                Status.DRAFT,
                List.of(new Asked("z", "1.0.0"), new Asked("a", "2.1.0")),
                NOW,
                NOW,
                null,
                null);
        write(all -> all.assessments().put(mine, assessment));
        return assessment;
    }

    private StoredSeat seat(StoredAssessment of, String key) {
        Map<String, List<String>> informants = new LinkedHashMap<>();
        informants.put("z", List.of("H", "C"));
        informants.put("a", List.of("A"));
        StoredSeat seat =
                new StoredSeat(Ids.next(), 1, of.id(), key, "D", null, "U", informants, false, NOW, NOW, null, null);
        write(all -> all.seats().add(mine, seat, key, "hash-" + key));
        return seat;
    }

    @Test
    void a_company_comes_back_as_it_was_put() {
        StoredCompany company = company(mine);
        StoredCompany bare = new StoredCompany(company.id(), 2, Company.named("B"), NOW, NOW + 1);

        found(all -> all.companies().find(mine, company.id())).contains(company);
        write(all -> all.companies().put(mine, bare));
        found(all -> all.companies().find(mine, company.id())).contains(bare);
    }

    private List<HistoryShelf.Line> deeds(String subject) {
        return read(all -> all.history().of(mine, subject));
    }

    @Test
    void where_a_seat_stands_is_what_its_parts_are() {
        StoredAssessment assessment = assessment();
        StoredSeat seat = seat(assessment, "s1");
        seat(assessment, "s2");
        Draft first = Draft.NONE.next(NOW);
        Draft second = first.next(NOW + 1);
        write(all -> {
            all.answers().advance(mine, seat.id(), "z", first);
            all.answers().put(mine, seat.id(), "z", "Z2", "{\"value\":2}", first);
            all.answers().hide(mine, seat.id());
            all.answers().advance(mine, seat.id(), "z", second);
            all.answers().put(mine, seat.id(), "z", "Z1", "{\"value\":1}", second);
            all.answers().advance(mine, seat.id(), "a", first);
            all.vignettes().put(mine, seat.id(), "a", "V1", 70, NOW);
        });

        var around = read(shelves -> shelves.standings().around(mine, assessment.id(), seat.id()))
                .orElseThrow();
        var all = around.standing();
        var one = read(shelves -> shelves.standings().find(mine, assessment.id(), seat.id(), "z"))
                .orElseThrow();

        found(shelves -> shelves.seats().find(mine, assessment.id(), seat.id())).contains(all.seat());
        assertThat(all.assessment()).isEqualTo(assessment);
        assertThat(all.terms()).isEqualTo(SecrecyShelf.Terms.USUAL);
        assertThat(all.sheet("z"))
                .as("without what a predecessor answered")
                .isEqualTo(new StandingShelf.Sheet(new Draft(2, NOW + 1, 1), Map.of("Z1", "{\"value\":1}"), Map.of()))
                .isEqualTo(one.sheet("z"));
        assertThat(all.sheet("a")).isEqualTo(new StandingShelf.Sheet(first, Map.of(), Map.of("V1", 70)));
        assertThat(one.sheet("a").draft()).isEqualTo(Draft.NONE);
        found(shelves -> shelves.companies().find(mine, assessment.company())).contains(around.company());
        assertThat(around.closesMs()).isNull();
        write(shelves -> shelves.invitations().plan(mine, assessment.id(), NOW + 2));
        assertThat(read(shelves -> shelves.standings().around(mine, assessment.id(), seat.id()))
                        .orElseThrow()
                        .closesMs())
                .isEqualTo(NOW + 2);
        found(shelves -> shelves.standings().around(mine, assessment.id(), "nobody"))
                .isEmpty();
    }

    @Test
    void what_rests_on_a_credential_is_undone_when_that_is_good_no_more() {
        StoredSeat seat = seat(assessment(), "s1");

        assertThatThrownBy(() -> store.write(Hold.seat(mine, seat.id()), all -> {
                    all.seatLinks().insistOnToken("hash-of-before", () -> new IllegalArgumentException("dead"));
                    all.history().add(mine, new HistoryShelf.Line(NOW, "seat", "submit", "x", null));
                    return true;
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("dead");
        store.write(Hold.seat(mine, seat.id()), all -> {
            all.seatLinks().insistOnToken("hash-s1", () -> new IllegalArgumentException("dead"));
            all.history().add(mine, new HistoryShelf.Line(NOW, "seat", "submit", "y", null));
            return true;
        });

        assertThat(deeds("x")).isEmpty();
        assertThat(deeds("y")).hasSize(1);
    }

    @Test
    void what_is_refused_at_the_end_keeps_nothing() {
        var request = new ReplayShelf.Request(mine, "key:1", "POST /x", "k");
        var kept = new ReplayShelf.Kept("hash", 200, "", "{}");

        assertThatThrownBy(() -> write(all -> {
                    all.history().add(mine, new HistoryShelf.Line(NOW, "key:1", "deed", "x", null));
                    all.replays().keep(request, kept, NOW, 0);
                    all.replays().keep(request, kept, NOW, 0);
                }))
                .isInstanceOf(StoreFault.class);

        assertThat(deeds("x")).isEmpty();
        found(all -> all.replays().find(request, 0)).isEmpty();
    }

    @Test
    void a_seat_is_submitted_and_keeps_when_it_first_was() {
        StoredSeat seat = seat(assessment(), "s1");
        StoredSeat done = new StoredSeat(
                seat.id(),
                2,
                seat.assessment(),
                "s1",
                "D",
                null,
                "U",
                seat.informants(),
                true,
                NOW,
                NOW + 5,
                null,
                NOW + 5);

        write(all -> all.seats().submit(mine, done, NOW + 5));
        write(all -> all.seats().submit(mine, done, NOW + 9));

        found(all -> all.seats().find(mine, seat.assessment(), seat.id())).contains(done);
        Map<String, Long> first = read(all -> all.invitations().submissions(mine, seat.assessment()));
        assertThat(first).containsExactly(Map.entry(seat.id(), NOW + 5));
    }

    @Test
    void many_things_said_in_a_row_are_done_in_their_order() {
        StoredSeat seat = seat(assessment(), "s1");
        Draft draft = Draft.NONE.next(NOW);

        write(all -> {
            all.answers().advance(mine, seat.id(), "z", draft);
            for (int i = 0; i < 100; i++) {
                all.answers().put(mine, seat.id(), "z", "Z" + i % 40, Integer.toString(i), draft);
            }
            all.answers().clear(mine, seat.id(), "z", "Z5");
        });

        Map<String, String> answers = read(all -> all.answers().all(mine, seat.id(), "z"));
        assertThat(answers).hasSize(39).containsEntry("Z0", "80").containsEntry("Z19", "99");
        assertThat(answers).containsEntry("Z20", "60").containsEntry("Z39", "79");
    }

    @Test
    void only_phrases_are_looked_up_outside_of_a_transaction() {
        StoredSeat seat = seat(assessment(), "s1");

        Optional<SeatLinkShelf.Found> known = store.look(all -> all.seatLinks().byToken("hash-s1"));
        assertThat(known.map(SeatLinkShelf.Found::seat)).contains(seat.id());
        Optional<SeatLinkShelf.Found> unknown =
                store.look(all -> all.seatLinks().byToken("hash-s9"));
        assertThat(unknown).isEmpty();
        assertThatThrownBy(() -> store.look(all -> all.companies().list(mine, "", 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("only phrases");
    }

    @Test
    void nobody_sees_what_is_not_theirs() {
        StoredCompany company = company(mine);

        assertThat(store.<Boolean>read(
                        theirs,
                        all -> all.companies().find(theirs, company.id()).isPresent()))
                .isFalse();
        assertThat(store.read(theirs, all -> all.companies().list(theirs, "", 10))
                        .items())
                .isEmpty();
    }

    @Test
    void an_assessment_cannot_be_of_another_tenants_company() {
        String company = company(theirs).id();
        StoredAssessment wrong = new StoredAssessment(
                Ids.next(), 1, company, "X", Form.FULL, Status.DRAFT, List.of(), NOW, NOW, null, null);

        assertThatThrownBy(() -> write(all -> all.assessments().put(mine, wrong)))
                .isInstanceOf(StoreFault.class);
    }

    @Test
    void an_assessment_keeps_its_questionnaires_in_order() {
        StoredAssessment before = assessment();
        StoredAssessment after = new StoredAssessment(
                before.id(),
                2,
                before.company(),
                "Spring",
                Form.FULL,
                Status.CLOSED,
                List.of(new Asked("a", "2.1.0"), new Asked("b", "1.0.0")),
                NOW,
                NOW + 5,
                NOW + 1,
                NOW + 2);

        found(all -> all.assessments().find(mine, before.id())).contains(before);
        write(all -> all.assessments().put(mine, after));
        found(all -> all.assessments().find(mine, before.id())).contains(after);
    }

    @Test
    void a_seat_keeps_its_kinds_in_order_and_is_found_by_its_token() {
        StoredAssessment of = assessment();
        StoredSeat seat = seat(of, "s");

        known(all -> all.seatLinks().byToken("hash-s")).contains(new SeatLinkShelf.Found(mine, of.id(), seat.id()));
        assertThat(read(all -> all.seats().find(mine, of.id(), seat.id()))
                        .orElseThrow()
                        .informants())
                .containsExactlyEntriesOf(seat.informants());
        write(all -> all.seatLinks().replaceToken(mine, seat.id(), "other"));
        known(all -> all.seatLinks().byToken("hash-s")).isEmpty();
        known(all -> all.seatLinks().byToken("other")).isPresent();
    }

    @Test
    void a_cookie_ends_in_time_and_with_its_seat() {
        StoredSeat seat = seat(assessment(), "s");
        write(all -> all.seatLinks().addSession(mine, seat.id(), "cookie", NOW, NOW + 10));

        known(all -> all.seatLinks().bySession("cookie", NOW + 9)).isPresent();
        known(all -> all.seatLinks().bySession("cookie", NOW + 10)).isEmpty();
        write(all -> all.seats().remove(mine, seat.id()));
        known(all -> all.seatLinks().bySession("cookie", NOW)).isEmpty();
    }

    @Test
    void answers_are_kept_exactly_and_go_with_their_seat() {
        StoredSeat seat = seat(assessment(), "s");
        String given = "{\"note\":\"🙂 \u0007\",\"value\":0.1}";
        write(all -> {
            all.answers().advance(mine, seat.id(), "z", new Draft(1, NOW, 0));
            all.answers().put(mine, seat.id(), "z", "Q2", given, new Draft(1, NOW, 0));
            all.answers().put(mine, seat.id(), "z", "Q1", "{\"value\":1}", new Draft(1, NOW, 0));
            all.answers().put(mine, seat.id(), "z", "Q1", "{\"value\":2}", new Draft(1, NOW, 0));
        });

        assertThat(this.<Map<String, String>>read(all -> all.answers().all(mine, seat.id(), "z")))
                .containsExactly(Map.entry("Q1", "{\"value\":2}"), Map.entry("Q2", given));
        assertThat(this.<Draft>read(all -> all.answers().draft(mine, seat.id(), "z")))
                .isEqualTo(new Draft(1, NOW, 0));
        assertThat(this.<Draft>read(all -> all.answers().draft(mine, seat.id(), "a")))
                .isEqualTo(Draft.NONE);
        assertThat(store.<Map<String, String>>read(theirs, all -> all.answers().all(theirs, seat.id(), "z")))
                .isEmpty();
        assertThatThrownBy(() -> write(all -> all.seats().remove(mine, seat.id())))
                .isInstanceOf(StoreFault.class);
        write(all -> {
            all.answers().removeAll(mine, seat.id());
            all.seats().remove(mine, seat.id());
        });
        assertThat(this.<Integer>read(all -> all.answers().count(mine, seat.id())))
                .isZero();
    }

    @Test
    void ratings_of_vignettes_are_kept_beside_the_answers_and_go_with_them() {
        StoredSeat seat = seat(assessment(), "s");
        write(all -> {
            all.answers().advance(mine, seat.id(), "z", new Draft(1, NOW, 0));
            all.vignettes().put(mine, seat.id(), "z", "V2", 5, NOW);
            all.vignettes().put(mine, seat.id(), "z", "V3", 1, NOW);
            all.vignettes().put(mine, seat.id(), "z", "V1", 2, NOW);
            all.vignettes().put(mine, seat.id(), "z", "V1", 3, NOW);
            all.vignettes().clear(mine, seat.id(), "z", "V3");
        });

        assertThat(this.<Map<String, Integer>>read(all -> all.vignettes().all(mine, seat.id(), "z")))
                .containsExactly(Map.entry("V1", 3), Map.entry("V2", 5));
        assertThat(store.<Map<String, Integer>>read(
                        theirs, all -> all.vignettes().all(theirs, seat.id(), "z")))
                .isEmpty();
        assertThat(this.<Integer>read(all -> all.answers().count(mine, seat.id())))
                .isEqualTo(2);
        assertThatThrownBy(() -> write(all -> all.vignettes().put(mine, seat.id(), "no draft", "V1", 3, NOW)))
                .isInstanceOf(StoreFault.class);
        write(all -> {
            all.answers().removeAll(mine, seat.id());
            all.seats().remove(mine, seat.id());
        });
        assertThat(this.<Map<String, Integer>>read(all -> all.vignettes().all(mine, seat.id(), "z")))
                .isEmpty();
    }

    @Test
    void what_throws_leaves_nothing_behind() {
        assertThatThrownBy(() -> write(all -> {
                    all.companies().put(mine, new StoredCompany(Ids.next(), 1, FACTS, NOW, NOW));
                    throw new IllegalStateException("Stop.");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(read(all -> all.companies().list(mine, "", 10)).items()).isEmpty();
        assertThat(company(mine)).isNotNull();
    }

    @Test
    void pages_follow_each_other() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.add(company(mine).id());
        }
        Page<StoredCompany> first = read(all -> all.companies().list(mine, "", 3));
        String last = first.items().get(2).id();
        Page<StoredCompany> second = read(all -> all.companies().list(mine, last, 3));

        assertThat(first.more()).isTrue();
        assertThat(second.more()).isFalse();
        assertThat(Stream.concat(first.items().stream(), second.items().stream())
                        .map(StoredCompany::id))
                .containsExactlyElementsOf(made);
    }

    @Test
    void a_replay_is_found_until_it_is_too_old() {
        var request = new ReplayShelf.Request(mine, "key:1", "POST /x", "k");
        var kept = new ReplayShelf.Kept("h", 201, "A: b\n", "body");
        write(all -> all.replays().keep(request, kept, NOW, 0));

        found(all -> all.replays().find(request, NOW)).contains(kept);
        found(all -> all.replays().find(request, NOW + 1)).isEmpty();
        assertThatThrownBy(() -> write(all -> all.replays().keep(request, kept, NOW, 0)))
                .isInstanceOf(StoreFault.class);
    }

    @Test
    void keys_are_found_by_hash_and_counted_while_they_live() {
        String id = Ids.next();
        StoredKey key = new StoredKey(mine, id, 1, id, "owner", "L", "1234", NOW, NOW + 10, null, null);
        write(all -> all.keys().add(key, "hash", null));

        known(all -> all.keys().byHash("hash")).contains(key);
        assertThat(this.<Integer>read(all -> all.keys().live(mine, "owner", NOW)))
                .isEqualTo(1);
        assertThat(this.<Integer>read(all -> all.keys().live(mine, "owner", NOW + 10)))
                .isZero();
        write(all -> all.keys().revoke(mine, key.id(), NOW));
        assertThat(store.read(all -> all.keys().byHash("hash")).orElseThrow().live(NOW))
                .isFalse();
        assertThat(read(all -> all.keys().list(mine, "", 10)).items()).isEmpty();
    }

    @Test
    void a_grant_is_of_one_holder_on_one_assessment_of_one_tenant() {
        String holder = Ids.next();
        String assessment = assessment().id();
        write(all -> all.keys()
                .add(new StoredKey(mine, holder, 1, holder, "analyst", "L", "1234", NOW, null, null, null), "h", null));
        write(all -> all.grants().add(mine, assessment, holder, NOW));
        write(all -> all.grants().add(mine, assessment, holder, NOW + 1));

        found(all -> all.grants().find(mine, assessment, holder))
                .contains(new GrantShelf.Grant(holder, "analyst", "L", NOW));
        assertThat(read(all -> all.grants().list(mine, assessment, "", 10)).items())
                .hasSize(1);
        assertThat(read(all -> all.assessments().listGranted(mine, holder, "", 10))
                        .items())
                .hasSize(1);
        assertThat(store.<Boolean>read(theirs, all -> all.grants().has(theirs, assessment, holder)))
                .isFalse();
        assertThat(store.read(theirs, all -> all.assessments().listGranted(theirs, holder, "", 10))
                        .items())
                .isEmpty();
        write(all -> all.grants().remove(theirs, assessment, holder));
        assertThat(this.<Boolean>read(all -> all.grants().has(mine, assessment, holder)))
                .isTrue();
        write(all -> all.grants().remove(mine, assessment, holder));
        found(all -> all.grants().find(mine, assessment, holder)).isEmpty();
        assertThat(read(all -> all.assessments().listGranted(mine, holder, "", 10))
                        .items())
                .isEmpty();
    }

    @Test
    void history_is_told_in_order() {
        write(all -> {
            all.history().add(mine, new HistoryShelf.Line(NOW, "key:1", "one", "s", null));
            all.history().add(mine, new HistoryShelf.Line(NOW, "key:1", "two", "s", "because"));
        });
        write(theirs, all -> all.history().add(theirs, new HistoryShelf.Line(NOW, "key:2", "three", "s", null)));

        assertThat(this.<List<HistoryShelf.Line>>read(all -> all.history().of(mine, "s")))
                .extracting(HistoryShelf.Line::deed)
                .containsExactly("one", "two");
    }

    @Test
    void many_writers_wait_for_each_other() {
        StoredSeat seat = seat(assessment(), "s");
        List<CompletableFuture<Void>> writers = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            writers.add(CompletableFuture.runAsync(() -> {
                for (int j = 0; j < 10; j++) {
                    write(all -> {
                        Draft before = all.answers().draft(mine, seat.id(), "z");
                        all.answers().advance(mine, seat.id(), "z", before.next(NOW));
                    });
                }
            }));
        }
        writers.forEach(CompletableFuture::join);

        assertThat(this.<Draft>read(all -> all.answers().draft(mine, seat.id(), "z"))
                        .version())
                .isEqualTo(160);
    }
}
