package org.moatmark.api.browser;

import java.util.List;
import java.util.function.BiConsumer;

/**
 * A screen in one of its states.
 *
 * @param name by which pictures and failures call it
 * @param arrival how somebody gets there
 * @param complaints what the browser may complain about on the way
 */
record Screen(String name, BiConsumer<Scenery, Visitor> arrival, List<String> complaints) {

    /** A screen that an address shows. */
    static Screen at(String name, String path) {
        return new Screen(name, (scenery, visitor) -> visitor.open(path), List.of());
    }

    /** A screen that one gets to by doing something. */
    static Screen after(String name, BiConsumer<Scenery, Visitor> arrival) {
        return new Screen(name, arrival, List.of());
    }

    /** The same, of which the browser will say something on its console. */
    Screen complaining(String complaint) {
        return new Screen(name, arrival, List.of(complaint));
    }

    /** Goes there. */
    void arrive(Scenery scenery, Visitor visitor) {
        complaints.forEach(visitor::expecting);
        arrival.accept(scenery, visitor);
    }

    @Override
    public String toString() {
        return name;
    }
}
