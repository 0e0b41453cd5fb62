package org.moatmark.api.http;

import javax.servlet.http.HttpServletRequest;
import org.moatmark.api.service.Caller;
import org.moatmark.api.service.Meter;

/**
 * Takes what a request costs from the meters that it falls under: those of its key or seat and of the tenant, or that of
 * its address where nobody says who asks. The tight ones, against guessing and for what is heavy, may be shared by several
 * processes.
 */
final class Toll {

    private final Peers peers;
    private final Meter address;
    private final Meter key;
    private final Meter tenant;
    private final Meter seat;
    private final Meter heavy;
    private final Meter exchange;
    private final Meter refused;

    Toll(Peers peers, Rates rates, Meter.Maker wide, Meter.Maker tight) {
        this.peers = peers;
        this.address = wide.of(rates.of("address"));
        this.key = wide.of(rates.of("key"));
        this.tenant = wide.of(rates.of("tenant"));
        this.seat = wide.of(rates.of("seat"));
        this.heavy = tight.of(rates.of("heavy"));
        this.exchange = tight.of(rates.of("exchange"));
        this.refused = tight.of(rates.of("refused"));
    }

    /** Somebody asks without saying who it is. */
    void stranger(Route route, HttpServletRequest request) {
        String from = peers.address(request);
        Tally.take(request, address, from, route.cost());
        if (route.cost() > 1) {
            Tally.take(request, heavy, from, route.cost());
        }
    }

    /** Somebody asks with a good credential. */
    void known(Route route, HttpServletRequest request, Caller caller) {
        if (caller instanceof Caller.SeatHolder holder) {
            // By seat and not by credential: a link and the cookies that it was traded for count together.
            Tally.take(request, seat, holder.seat(), route.cost());
        } else {
            Tally.take(request, key, caller.credential(), route.cost());
        }
        Tally.take(request, tenant, caller.tenant(), route.cost());
        if (route.cost() > 1) {
            Tally.take(request, heavy, caller.tenant(), route.cost());
        }
    }

    /** Somebody trades a token for a cookie. */
    void exchange(HttpServletRequest request) {
        Tally.take(request, exchange, peers.address(request), 1);
    }

    /** Somebody showed a credential that is not good. */
    void refused(HttpServletRequest request) {
        Tally.take(request, refused, peers.address(request), 1);
    }
}
