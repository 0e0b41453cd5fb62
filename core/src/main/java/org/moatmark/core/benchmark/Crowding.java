package org.moatmark.core.benchmark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongBiFunction;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.questionnaire.Informant;
import org.moatmark.core.questionnaire.Item;
import org.moatmark.core.questionnaire.Side;
import org.moatmark.core.response.Seat;
import org.moatmark.core.scoring.AnswerScale;
import org.moatmark.core.scoring.ItemScore;
import org.moatmark.core.scoring.RespondentScore;
import org.moatmark.core.scoring.ScoreTree;

/**
 * Gathers protected answers into crowds, release after release, such that no two releases can be subtracted.
 *
 * <p>A crowd that was told stays as it is. Answers that are new or changed wait until there are k of them on one side,
 * and then make a crowd of their own; while the answer that a person gave before is still in a crowd, the new one waits.
 * A crowd is given up when nobody in it stands by that answer any more; it is split when at least k do and at least k do
 * not, which tells of both parts. At the last release, those who still wait join a group that is told for the first
 * time, so that they count in the whole; who finds none is not counted.
 */
public final class Crowding {

    private final ScoreTree tree;
    private final Offices offices;
    private final Secrecy terms;
    private final ToLongBiFunction<String, String> editions;
    private final boolean last;
    private final Map<String, Seat> seats = new HashMap<>();
    private final Map<String, Side> sides = new HashMap<>();

    /** A protected answer. */
    private record Voice(Crowd.Member member, @Nullable String department, double score) {}

    private Crowding(
            ScoreTree tree, Offices offices, Secrecy terms, ToLongBiFunction<String, String> editions, boolean last) {
        this.tree = tree;
        this.offices = offices;
        this.terms = terms;
        this.editions = editions;
        this.last = last;
        tree.wave().respondents().forEach(one -> seats.put(one.seat().key(), one.seat()));
        for (Informant informant : tree.questionnaire().informants()) {
            sides.put(informant.key(), informant.side());
        }
    }

    /**
     * The crowds of a first and only release.
     *
     * @param tree the scored wave
     * @param offices who is not protected
     * @param terms what was agreed
     * @return the crowds, in the order of the items
     */
    public static List<Crowd> of(ScoreTree tree, Offices offices, Secrecy terms) {
        return next(List.of(), tree, offices, terms, (seat, item) -> 0, true);
    }

    /**
     * The crowds of the next release.
     *
     * @param before all crowds of the releases so far, standing or not; not modified
     * @param tree the scored wave as it is now, with everybody who is to be counted; a seat is known by its key
     * @param offices who is not protected
     * @param terms what was agreed
     * @param editions tells the answers of one seat to one item apart: another number whenever the answer changed
     * @param last whether no other release will follow as far as anybody knows
     * @return all crowds, those of before that do not stand any more included; in the order of the items
     */
    public static List<Crowd> next(
            List<Crowd> before,
            ScoreTree tree,
            Offices offices,
            Secrecy terms,
            ToLongBiFunction<String, String> editions,
            boolean last) {
        Crowding crowding = new Crowding(tree, offices, terms, editions, last);
        Map<String, List<Crowd>> ofItem = new HashMap<>();
        before.forEach(crowd ->
                ofItem.computeIfAbsent(crowd.item(), none -> new ArrayList<>()).add(crowd));
        List<Crowd> after = new ArrayList<>();
        List<Item> items = tree.questionnaire().items();
        for (int i = 0; i < items.size(); i++) {
            List<Crowd> known = ofItem.getOrDefault(items.get(i).key(), List.of());
            List<Crowd> next = crowding.next(items.get(i), tree.items().get(i), known);
            after.addAll(CrowdAudit.keeps(next, terms.k()) ? next : known);
        }
        return List.copyOf(after);
    }

    private List<Crowd> next(Item item, ItemScore score, List<Crowd> before) {
        if (!item.type().isOpinion()) {
            return before;
        }
        Map<Crowd.Member, Voice> voices = voices(item, score);
        List<Crowd> after = new ArrayList<>();
        Set<String> counted = new HashSet<>();
        for (Crowd crowd : before) {
            after.addAll(crowd.standing() ? stillStanding(item, crowd, voices) : List.of(crowd));
        }
        after.stream()
                .filter(Crowd::standing)
                .forEach(crowd -> crowd.members().forEach(member -> counted.add(member.seat())));
        List<Voice> waiting = voices.values().stream()
                .filter(voice -> !counted.contains(voice.member().seat()))
                .toList();
        after.addAll(gather(item, waiting, after));
        return after;
    }

    /** The protected answers to an item in order of the seats. */
    private Map<Crowd.Member, Voice> voices(Item item, ItemScore score) {
        Map<Crowd.Member, Voice> voices = new TreeMap<>(Comparator.comparing(Crowd.Member::seat));
        for (RespondentScore one : score.respondents()) {
            Seat seat = Objects.requireNonNull(seats.get(one.seat()), "seat");
            if (offices.protects(item, seat.informants())) {
                Side side = sides.getOrDefault(seat.informants().get(0), Side.NEUTRAL);
                var member = new Crowd.Member(one.seat(), editions.applyAsLong(one.seat(), item.key()), side);
                voices.put(member, new Voice(member, seat.department(), one.evidenced()));
            }
        }
        return voices;
    }

    /** The crowd as it is, retired, or retired and the part of it that still holds. */
    private List<Crowd> stillStanding(Item item, Crowd crowd, Map<Crowd.Member, Voice> voices) {
        List<Voice> held = new ArrayList<>();
        for (Crowd.Member member : crowd.members()) {
            Voice now = voices.get(member);
            if (now != null && now.member().edition() == member.edition()) {
                held.add(now);
            }
        }
        int gone = crowd.members().size() - held.size();
        if (held.isEmpty()) {
            return List.of(crowd.retired());
        }
        if (gone < terms.k() || held.size() < terms.k() || crowd.band() != null) {
            return List.of(crowd);
        }
        double sum = sum(held);
        double meanOfGone = (crowd.mean() * crowd.members().size() - sum) / gone;
        boolean openly = isOpen(held.size(), sum / held.size(), item) && isOpen(gone, meanOfGone, item);
        Crowd rest = openly ? crowd(item, held, crowd.department()) : null;
        return rest == null ? List.of(crowd) : List.of(crowd.retired(), rest);
    }

    private static boolean isOpen(int n, double mean, Item item) {
        Secrecy.Told told = Secrecy.tell(n, mean, AnswerScale.step(item));
        return told != null && told.band() == null;
    }

    /** New crowds of those who wait: customers among themselves, everybody else by side. */
    private List<Crowd> gather(Item item, List<Voice> waiting, List<Crowd> standing) {
        Map<Side, List<List<Voice>>> groups = new EnumMap<>(Side.class);
        List<Voice> left = new ArrayList<>();
        for (Side side : Side.values()) {
            List<Voice> ofSide = waiting.stream()
                    .filter(voice -> voice.member().side() == side)
                    .toList();
            List<List<Voice>> told = new ArrayList<>();
            List<Voice> few = byDepartment(ofSide, told);
            boolean known = standing.stream().anyMatch(one -> one.standing() && one.count(side) > 0);
            if (few.size() >= terms.k()) {
                told.add(few);
            } else if (last && !told.isEmpty()) {
                smallest(told).addAll(few);
            } else if (last && !known && side != Side.CUSTOMERS) {
                left.addAll(few);
            }
            groups.put(side, told);
        }
        List<List<Voice>> ofCompany = new ArrayList<>();
        groups.forEach((side, told) -> ofCompany.addAll(side == Side.CUSTOMERS ? List.of() : told));
        List<List<Voice>> all = new ArrayList<>(ofCompany);
        all.addAll(groups.getOrDefault(Side.CUSTOMERS, List.of()));
        if (left.size() >= terms.k()) {
            all.add(left);
        } else if (!left.isEmpty() && !ofCompany.isEmpty()) {
            smallest(ofCompany).addAll(left);
        }
        List<Crowd> crowds = new ArrayList<>();
        for (List<Voice> group : all) {
            Crowd crowd = crowd(item, group, department(group));
            if (crowd != null) {
                crowds.add(crowd);
            }
        }
        return crowds;
    }

    /** Groups of k and more of one department, where departments are declared; and who is left. */
    private List<Voice> byDepartment(List<Voice> voices, List<List<Voice>> told) {
        if (!terms.departments()) {
            return new ArrayList<>(voices);
        }
        Map<String, List<Voice>> byName = new TreeMap<>();
        List<Voice> few = new ArrayList<>();
        for (Voice voice : voices) {
            String name = voice.department();
            (name == null ? few : byName.computeIfAbsent(name, none -> new ArrayList<>())).add(voice);
        }
        byName.values().forEach(group -> {
            if (group.size() >= terms.k()) {
                told.add(group);
            } else {
                few.addAll(group);
            }
        });
        return few;
    }

    private static List<Voice> smallest(List<List<Voice>> groups) {
        List<Voice> smallest = groups.get(0);
        for (List<Voice> group : groups) {
            smallest = group.size() < smallest.size() ? group : smallest;
        }
        return smallest;
    }

    private @Nullable String department(List<Voice> group) {
        String first = group.get(0).department();
        boolean one = terms.departments()
                && first != null
                && group.stream().allMatch(voice -> first.equals(voice.department()));
        return one ? first : null;
    }

    private static @Nullable Crowd crowd(Item item, List<Voice> voices, @Nullable String department) {
        double mean = Math.min(100, sum(voices) / voices.size());
        Secrecy.Told told = Secrecy.tell(voices.size(), mean, AnswerScale.step(item));
        return told == null
                ? null
                : new Crowd(
                        item.key(),
                        voices.stream().map(Voice::member).toList(),
                        department,
                        told.mean(),
                        told.band(),
                        true);
    }

    /** In order of the scores, so that not even the last bit depends on who gave which. */
    private static double sum(List<Voice> voices) {
        return voices.stream().mapToDouble(Voice::score).sorted().reduce(0, Double::sum);
    }
}
