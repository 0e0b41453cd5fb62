package org.moatmark.api.http;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.DoubleSupplier;
import javax.servlet.http.HttpServletRequest;

/**
 * Counts what is answered, and writes it as Prometheus reads it. A label is a method, a route of the table or a status:
 * nothing that anybody sent, so nothing that could give somebody away or grow without end.
 */
final class Metrics {

    private static final String ROUTE = "moatmark.route";

    /** Upper bounds of the classes of time, in milliseconds. */
    private static final List<Double> BOUNDS =
            List.of(1.0, 2.5, 5.0, 10.0, 25.0, 50.0, 100.0, 250.0, 500.0, 1_000.0, 2_500.0, 5_000.0, 10_000.0);

    private final Map<Route, Counts> byRoute = new IdentityHashMap<>();
    private final Counts others = new Counts("none", "none");
    private final List<Gauge> gauges = new ArrayList<>();

    /** A value that is looked up when it is asked for. */
    private record Gauge(String name, String help, String kind, DoubleSupplier value) {}

    /** What one route was asked, and how long it took. */
    private static final class Counts {
        private final String method;
        private final String path;
        private final Map<Integer, LongAdder> statuses = new ConcurrentHashMap<>();
        private final LongAdder[] classes = new LongAdder[BOUNDS.size() + 1];
        private final LongAdder nanos = new LongAdder();

        Counts(String method, String path) {
            this.method = method;
            this.path = path;
            for (int i = 0; i < classes.length; i++) {
                classes[i] = new LongAdder();
            }
        }

        void add(int status, long took) {
            statuses.computeIfAbsent(status, none -> new LongAdder()).increment();
            double millis = took / 1e6;
            int at = 0;
            while (at < BOUNDS.size() && millis > BOUNDS.get(at)) {
                at++;
            }
            classes[at].increment();
            nanos.add(took);
        }

        String labels() {
            return "method=\"" + method + "\",route=\"" + path + "\"";
        }
    }

    Metrics(Routes routes) {
        for (Route route : routes.all()) {
            byRoute.put(route, new Counts(route.method(), route.path()));
        }
    }

    /** Adds a value that is looked up when metrics are read; {@code kind} is {@code gauge} or {@code counter}. */
    void show(String name, String help, String kind, DoubleSupplier value) {
        gauges.add(new Gauge(name, help, kind, value));
    }

    /** Notes which route handles a request. */
    static void note(HttpServletRequest request, Route route) {
        request.setAttribute(ROUTE, route);
    }

    /** Counts a request that was answered. */
    void answered(HttpServletRequest request, int status, long nanos) {
        Counts counts = request.getAttribute(ROUTE) instanceof Route route ? byRoute.get(route) : null;
        (counts == null ? others : counts).add(status, nanos);
    }

    /** Everything, in the text format 0.0.4. */
    String text() {
        StringBuilder text = new StringBuilder(16_384);
        List<Counts> all = new ArrayList<>();
        byRoute.values().stream()
                .filter(counts -> !counts.statuses.isEmpty())
                .sorted((one, two) -> one.labels().compareTo(two.labels()))
                .forEach(all::add);
        if (!others.statuses.isEmpty()) {
            all.add(others);
        }
        head(text, "moatmark_requests_total", "Requests by route and status.", "counter");
        for (Counts counts : all) {
            new ConcurrentSkipListMap<>(counts.statuses)
                    .forEach((status, count) -> line(
                            text,
                            "moatmark_requests_total",
                            counts.labels() + ",status=\"" + status + "\"",
                            count.sum()));
        }
        head(text, "moatmark_request_seconds", "Time from the head of a request to its answer.", "histogram");
        for (Counts counts : all) {
            histogram(text, counts);
        }
        for (Gauge gauge : gauges) {
            head(text, gauge.name(), gauge.help(), gauge.kind());
            line(text, gauge.name(), "", gauge.value().getAsDouble());
        }
        return text.toString();
    }

    private static void histogram(StringBuilder text, Counts counts) {
        long sum = 0;
        for (int i = 0; i < counts.classes.length; i++) {
            sum += counts.classes[i].sum();
            String bound = i < BOUNDS.size() ? number(BOUNDS.get(i) / 1e3) : "+Inf";
            line(text, "moatmark_request_seconds_bucket", counts.labels() + ",le=\"" + bound + "\"", sum);
        }
        line(text, "moatmark_request_seconds_sum", counts.labels(), counts.nanos.sum() / 1e9);
        line(text, "moatmark_request_seconds_count", counts.labels(), sum);
    }

    private static void head(StringBuilder text, String name, String help, String kind) {
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(kind).append('\n');
    }

    private static void line(StringBuilder text, String name, String labels, double value) {
        text.append(name);
        if (!labels.isEmpty()) {
            text.append('{').append(labels).append('}');
        }
        text.append(' ').append(number(value)).append('\n');
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.format(Locale.ROOT, "%d", (long) value)
                : String.format(Locale.ROOT, "%s", value);
    }
}
