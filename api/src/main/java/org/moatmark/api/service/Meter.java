package org.moatmark.api.service;

/**
 * Counts what is taken, by whoever takes it: so much at once, and filled up evenly in so long a time.
 *
 * <p>The wide meters count in each process; those against guessing and for what is heavy can count for all processes that
 * share a database.
 */
public interface Meter {

    /**
     * How much there is.
     *
     * @param name what callers are told it is called
     * @param amount so much at once, and again in so many seconds
     * @param seconds in how long it is filled up
     */
    record Rule(String name, int amount, int seconds) {

        /** Refuses a rule that nobody could keep. */
        public Rule {
            if (amount < 1 || seconds < 1) {
                throw new IllegalArgumentException(
                        "Rule '" + name + "' has " + amount + " in " + seconds + " s; both are 1 or more.");
            }
        }

        /**
         * So much a minute.
         *
         * @param name what callers are told it is called
         * @param amount so much
         * @return the rule
         */
        public static Rule perMinute(String name, int amount) {
            return new Rule(name, amount, 60);
        }
    }

    /**
     * What a meter shows after something was asked of it.
     *
     * @param rule of which meter
     * @param granted whether it was given
     * @param left how much is left
     * @param seconds until there is enough where it was not given, else until all is filled up again
     */
    record Reading(Rule rule, boolean granted, long left, long seconds) {}

    /** Makes meters: of this process, or of all that share a database. */
    interface Maker {

        /**
         * A new meter.
         *
         * @param rule how much there is
         * @return a full meter
         */
        Meter of(Rule rule);
    }

    /**
     * Takes, if there is enough.
     *
     * @param whose an address, or the id of a key, a seat or a tenant
     * @param cost how much, 1 or more; what costs more than there can be costs all there can be
     * @return what the meter shows then
     */
    Reading take(String whose, int cost);

    /**
     * Gives back what was taken and not needed.
     *
     * @param whose who took it
     * @param cost how much
     */
    void giveBack(String whose, int cost);
}
