package org.moatmark.api.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The table of all routes: what Spark is told, what a 405 lists, and what the OpenAPI document is compared with. */
final class Routes {

    private final List<Route> routes;

    Routes(List<List<Route>> byResource) {
        List<Route> all = new ArrayList<>();
        byResource.forEach(all::addAll);
        this.routes = List.copyOf(all);
    }

    List<Route> all() {
        return routes;
    }

    /** The methods of an address, HEAD and OPTIONS among them; empty where there is nothing. */
    Set<String> methods(String path) {
        Set<String> methods = new TreeSet<>();
        for (Route route : routes) {
            if (matches(route.path(), path)) {
                methods.add(route.method());
                if ("GET".equals(route.method())) {
                    methods.add("HEAD");
                }
            }
        }
        if (!methods.isEmpty()) {
            methods.add("OPTIONS");
        }
        return methods;
    }

    /** What an address takes as the body of a method; null where it takes none. */
    @Nullable
    String takes(String method, String path) {
        for (Route route : routes) {
            boolean here = route.method().equals(method) && matches(route.path(), path);
            if (here && !route.takes().type().isEmpty()) {
                return route.takes().type();
            }
        }
        return null;
    }

    private static boolean matches(String pattern, String path) {
        String[] wanted = pattern.split("/", -1);
        String[] found = path.split("/", -1);
        if (wanted.length != found.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            boolean fits = wanted[i].startsWith(":") ? !found[i].isEmpty() : wanted[i].equals(found[i]);
            if (!fits) {
                return false;
            }
        }
        return true;
    }
}
