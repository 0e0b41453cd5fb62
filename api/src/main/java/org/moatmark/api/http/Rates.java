package org.moatmark.api.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.moatmark.api.service.Meter;

/**
 * How often something may be asked, a minute. What costs more than a plain request (a result, a position, a batch, an
 * export) takes more of the wide rates, and as much again of the rate of what is heavy.
 *
 * @param address from one address without a credential
 * @param key with one API key
 * @param tenant with all keys and seats of one tenant
 * @param seat with the link or cookie of one seat
 * @param heavy points of what is heavy, for one tenant, or for one address without a credential
 * @param exchange tokens traded for cookies from one address
 * @param refused credentials from one address that are not good
 * @param poll looks at one export, by whoever asked for it
 */
public record Rates(int address, int key, int tenant, int seat, int heavy, int exchange, int refused, int poll) {

    /** What the program runs with. */
    public static final Rates USUAL = new Rates(6_000, 60_000, 120_000, 6_000, 6_000, 1_200, 20, 120);

    /** The names under which rates are set, and under which callers are told of them. */
    public static final List<String> NAMES = List.copyOf(USUAL.byName().keySet());

    /** Refuses rates with which nobody could ask anything. */
    public Rates {
        for (int rate : List.of(address, key, tenant, seat, heavy, exchange, refused, poll)) {
            if (rate < 1) {
                throw new IllegalArgumentException("A rate is " + rate + "; it is 1 or more.");
            }
        }
    }

    /**
     * The same rate for everything.
     *
     * @param each so many a minute
     * @return the rates
     */
    public static Rates all(int each) {
        return new Rates(each, each, each, each, each, each, each, each);
    }

    /**
     * The same with one other rate.
     *
     * @param name one of {@link #NAMES}
     * @param rate so many a minute
     * @return the rates
     */
    public Rates with(String name, int rate) {
        of(name);
        Map<String, Integer> rates = byName();
        rates.put(name, rate);
        List<Integer> all = new ArrayList<>(rates.values());
        return new Rates(
                all.get(0), all.get(1), all.get(2), all.get(3), all.get(4), all.get(5), all.get(6), all.get(7));
    }

    /** The rate of a name, as the rule of a meter. */
    Meter.Rule of(String name) {
        Integer rate = byName().get(name);
        if (rate == null) {
            throw new IllegalArgumentException("There is no rate '" + name + "'; there are " + NAMES + ".");
        }
        return Meter.Rule.perMinute(name, rate);
    }

    private Map<String, Integer> byName() {
        Map<String, Integer> rates = new LinkedHashMap<>();
        rates.put("address", address);
        rates.put("key", key);
        rates.put("tenant", tenant);
        rates.put("seat", seat);
        rates.put("heavy", heavy);
        rates.put("exchange", exchange);
        rates.put("refused", refused);
        rates.put("poll", poll);
        return rates;
    }
}
