package org.moatmark.core.maturity;

import java.util.ArrayList;
import java.util.List;

/** Better claims as they are found. */
final class ClaimList {

    private final ClaimWords words;
    private final List<BetterClaim> claims = new ArrayList<>();

    ClaimList(ClaimWords words) {
        this.words = words;
    }

    void add(List<MorePeople> people, Allowed allows) {
        add(people, List.of(), List.of(), false, allows);
    }

    void add(List<MorePeople> people, List<String> items, Allowed allows) {
        add(people, items, List.of(), false, allows);
    }

    void ofNodes(List<String> nodes, Allowed allows) {
        add(List.of(), List.of(), nodes, false, allows);
    }

    void fullForm(List<MorePeople> people, Allowed allows) {
        add(people, List.of(), List.of(), true, allows);
    }

    private void add(
            List<MorePeople> people, List<String> items, List<String> nodes, boolean fullForm, Allowed allows) {
        claims.add(new BetterClaim(
                people, items, nodes, fullForm, allows, words.sentence(people, items, nodes, fullForm, allows)));
    }

    List<BetterClaim> give() {
        return claims;
    }
}
