package org.moatmark.api.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * The table of all routes: who handles a request, what a 405 lists, and what the OpenAPI document is compared with. Spark
 * would try one route after the other; here those of the same method and as many segments are tried only.
 */
final class Routes {

    private static final String PARTS = "moatmark.parts";

    private final List<Route> routes;
    private final Map<String, List<Pattern>> byLength = new HashMap<>();

    /** The segments of a route, cut once. */
    private record Pattern(Route route, List<String> segments) {}

    Routes(List<List<Route>> byResource) {
        List<Route> all = new ArrayList<>();
        byResource.forEach(all::addAll);
        this.routes = List.copyOf(all);
        for (Route route : routes) {
            List<String> segments = List.of(route.path().split("/", -1));
            byLength.computeIfAbsent(route.method() + segments.size(), none -> new ArrayList<>())
                    .add(new Pattern(route, segments));
        }
    }

    /** The first route that takes a request, whose parts of the address are noted; null where none does. */
    @Nullable
    Route find(HttpServletRequest request) {
        String method = "HEAD".equals(request.getMethod()) ? "GET" : request.getMethod();
        String[] found = request.getPathInfo().split("/", -1);
        for (Pattern pattern : byLength.getOrDefault(method + found.length, List.of())) {
            if (matches(pattern.segments(), found)) {
                note(request, pattern.segments(), found);
                return pattern.route();
            }
        }
        return null;
    }

    private static void note(HttpServletRequest request, List<String> segments, String[] found) {
        Map<String, String> parts = null;
        for (int i = 0; i < found.length; i++) {
            if (segments.get(i).startsWith(":")) {
                parts = parts == null ? new HashMap<>() : parts;
                parts.put(segments.get(i), found[i]);
            }
        }
        if (parts != null) {
            request.setAttribute(PARTS, parts);
        }
    }

    /** What stands in the address of a request where its route has {@code :name}. */
    static String part(HttpServletRequest request, String name) {
        Object part = request.getAttribute(PARTS) instanceof Map<?, ?> parts ? parts.get(name) : null;
        if (part == null) {
            throw new IllegalArgumentException("The address of this route has no part '" + name + "'.");
        }
        return (String) part;
    }

    List<Route> all() {
        return routes;
    }

    /** The methods of an address, HEAD and OPTIONS among them; empty where there is nothing. */
    Set<String> methods(String path) {
        Set<String> methods = new TreeSet<>();
        for (Route route : routes) {
            if (matches(List.of(route.path().split("/", -1)), path.split("/", -1))) {
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
            boolean here = route.method().equals(method)
                    && matches(List.of(route.path().split("/", -1)), path.split("/", -1));
            if (here && !route.takes().type().isEmpty()) {
                return route.takes().type();
            }
        }
        return null;
    }

    private static boolean matches(List<String> wanted, String[] found) {
        if (wanted.size() != found.length) {
            return false;
        }
        // From the end: addresses differ there, and all begin alike.
        for (int i = found.length - 1; i >= 0; i--) {
            String segment = wanted.get(i);
            boolean fits = segment.startsWith(":") ? !found[i].isEmpty() : segment.equals(found[i]);
            if (!fits) {
                return false;
            }
        }
        return true;
    }
}
