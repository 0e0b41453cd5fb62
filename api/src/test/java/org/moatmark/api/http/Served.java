package org.moatmark.api.http;

import java.util.Objects;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.moatmark.api.Running;

/**
 * Gives the tests of a class one server of their own, an {@link Http} client and a {@link World} on it: whichever of these their
 * constructor asks for. The server ends with the last of them.
 */
final class Served implements BeforeAllCallback, ParameterResolver {

    private static final Namespace KEPT = Namespace.create(Served.class);

    /** A server, and who asks it. */
    private record Place(Running server, Http http, World world) implements AutoCloseable {

        @Override
        public void close() {
            server.close();
        }

        Object part(Class<?> asked) {
            return asked == Running.class ? server : asked == Http.class ? http : world;
        }
    }

    @Override
    public void beforeAll(ExtensionContext tests) {
        Running server = Running.start();
        tests.getStore(KEPT).put(Place.class, new Place(server, new Http(server.port()), new World(server.port())));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        Class<?> asked = parameter.getParameter().getType();
        return asked == Running.class || asked == Http.class || asked == World.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        Place place = Objects.requireNonNull(test.getStore(KEPT).get(Place.class, Place.class), "a server");
        return place.part(parameter.getParameter().getType());
    }
}
