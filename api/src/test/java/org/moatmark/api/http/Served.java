package org.moatmark.api.http;

import java.time.Clock;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.moatmark.api.Postgres;
import org.moatmark.api.Running;
import org.moatmark.api.store.Location;

/**
 * Gives the tests of a class one server of their own, an {@link Http} client and a {@link World} on it: whichever of these their
 * constructor, or what comes before all of them, asks for. The server ends with the last of them.
 */
final class Served implements BeforeAllCallback, ParameterResolver {

    private static final Namespace KEPT = Namespace.create(Served.class);

    private final Supplier<Running> start;

    /** The product as it is, on a new file. */
    Served() {
        this(Running::start);
    }

    private Served(Supplier<Running> start) {
        this.start = start;
    }

    /** The same at another time. */
    static Served at(Clock clock) {
        return new Served(() -> Running.start(Running.WIDE, clock, Running.OWNER));
    }

    /** The product on an empty schema of PostgreSQL. */
    static Served byPostgres() {
        return byPostgres(Clock.systemUTC());
    }

    /** The same at another time. */
    static Served byPostgres(Clock clock) {
        return new Served(() -> Running.on(new Location.Server(Postgres.newSchema()), clock));
    }

    /** A server, and who asks it. */
    private record Place(Running server, Http http, World world) implements AutoCloseable {

        static Place of(Running server) {
            return new Place(server, new Http(server.port()), new World(server.port()));
        }

        @Override
        public void close() {
            server.close();
        }

        Object part(Class<?> asked) {
            return asked == Running.class ? server : asked == Http.class ? http : world;
        }
    }

    /** The one of these tests; an instance that lives as long as its class asks before anything else does. */
    private Place place(ExtensionContext tests) {
        return tests.getStore(KEPT).getOrComputeIfAbsent(Place.class, none -> Place.of(start.get()), Place.class);
    }

    @Override
    public void beforeAll(ExtensionContext tests) {
        place(tests);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        Class<?> asked = parameter.getParameter().getType();
        return asked == Running.class || asked == Http.class || asked == World.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return place(test).part(parameter.getParameter().getType());
    }
}
