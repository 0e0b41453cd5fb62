package org.moatmark.api.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.moatmark.api.store.StartRefused;
import spark.Request;
import spark.Response;
import spark.Service;
import spark.embeddedserver.EmbeddedServers;
import spark.http.matching.MatcherFilter;

/** The running REST front: Spark on a Jetty of our own, every route of the table, and what is said of all other requests. */
public final class RestServer implements AutoCloseable {

    private final Service spark;
    private final Handling handling;
    private final Routes routes;
    private final List<Route> pages;
    private final HealthRoutes health;
    private final Address address;
    private final @Nullable MetricsPort shown;

    private RestServer(Doors doors, Place place, Limits limits, LongSupplier nanoTime) {
        Peers peers = new Peers(place);
        Toll toll = new Toll(peers, limits.rates(), doors.wide(), doors.tight());
        Guard guard = new Guard(doors.desk(), doors.rights(), doors.audit(), peers, toll);
        Lists lists = new Lists(new Cursors(() -> doors.desk().read(doors.tenants()::cursorSecret)));
        this.address = new Address(place);
        this.health = new HealthRoutes(doors.desk(), nanoTime);
        QuestionnaireRoutes questionnaires = new QuestionnaireRoutes(lists);
        PageWords words = new PageWords();
        WebFiles web = new WebFiles(words);
        PageFrame frame = new PageFrame(web, words);
        PageRoutes everybody = new PageRoutes(frame, web, address);
        this.handling = new Handling(doors, guard, new BodyReader(limits, nanoTime), new ErrorPages(frame));
        this.pages = everybody.routes();
        this.routes = new Routes(List.of(
                new RespondentRoutes(guard, toll, peers, questionnaires).routes(),
                new SignInRoutes(guard, toll, peers).routes(),
                new ScoreRoutes().routes(),
                questionnaires.routes(),
                InterchangeRoutes.routes(),
                InstrumentRoutes.routes(),
                new CaseRoutes(lists).routes(),
                new CompanyRoutes(lists).routes(),
                new AssessmentRoutes(lists).routes(),
                new SeatRoutes(lists, address).routes(),
                new InvitationRoutes(lists).routes(),
                TenantRoutes.routes(),
                new ExportRoutes(lists, doors.tight().of(limits.rates().of("poll"))).routes(),
                ResultRoutes.routes(),
                DataRoutes.routes(),
                new ReportRoutes().routes(),
                ChartRoutes.routes(),
                new SnapshotRoutes(lists).routes(),
                UpgradeRoutes.routes(),
                new ShareRoutes(lists, address, guard, toll, peers).routes(),
                PlacingRoutes.routes(),
                ContributionRoutes.routes(),
                new GrantRoutes(lists).routes(),
                new KeyRoutes(lists).routes(),
                new AuditRoutes(lists).routes(),
                health.routes(),
                new DocumentRoutes(address, everybody).routes(),
                pages));
        Integer port = place.metrics();
        Metrics metrics = port == null ? null : new Metrics(routes);
        this.shown = port == null || metrics == null ? null : MetricsPort.open(metrics, port);
        Object jetty = new Object();
        EmbeddedServers.add(
                jetty,
                (table, files, errors, multiple) ->
                        new Hardened(new MatcherFilter(table, files, errors, false, multiple), peers, limits, metrics));
        this.spark = Service.ignite();
        spark.embeddedServerIdentifier(jetty);
        spark.ipAddress(place.host());
        spark.port(place.port());
    }

    /**
     * Starts to listen.
     *
     * @param doors the services behind the routes
     * @param place where to listen
     * @param limits how much is taken
     * @param nanoTime the time that goes by, for limits
     * @return the running server
     * @throws StartRefused if it cannot listen there
     */
    public static RestServer start(Doors doors, Place place, Limits limits, LongSupplier nanoTime) {
        RestServer server = new RestServer(doors, place, limits, nanoTime);
        AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
        server.spark.initExceptionHandler(failure::set);
        server.register();
        server.spark.awaitInitialization();
        Exception failed = failure.get();
        if (failed != null) {
            server.spark.stop();
            server.closeMetrics();
            throw taken(place, failed);
        }
        server.address.listensOn(server.spark.port());
        return server;
    }

    /**
     * Refuses to go on where nobody can listen, before anything else is done.
     *
     * @param place where the server will listen
     * @throws StartRefused if the port is taken or the address is none of this machine
     */
    public static void requireFree(Place place) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(place.host(), place.port()));
        } catch (IOException occupied) {
            throw taken(place, occupied);
        }
    }

    private static StartRefused taken(Place place, Exception cause) {
        return new StartRefused(
                "Cannot listen on " + place.host() + ":" + place.port()
                        + "; is the port taken? Choose another with MOATMARK_PORT.",
                place.host() + ":" + place.port() + " で待ち受けできません。ポートが使用中でないか確認し、MOATMARK_PORT で別のポートを指定してください。",
                cause);
    }

    /** Spark is told one route for each method; which of ours it is, the table knows sooner. */
    private void register() {
        spark.get("/*", this::handle);
        spark.head("/*", this::handle);
        spark.post("/*", this::handle);
        spark.put("/*", this::handle);
        spark.patch("/*", this::handle);
        spark.delete("/*", this::handle);
        spark.options("/*", this::handle);
        spark.trace("/*", this::handle);
        spark.connect("/*", this::handle);
    }

    private Object handle(Request request, Response response) throws IOException {
        Route route = routes.find(request.raw());
        return route == null ? otherwise(request, response) : handling.handle(route, request, response);
    }

    /** Answers what no route takes: OPTIONS, a method that the address does not have, an address that is none. */
    private Object otherwise(Request request, Response response) throws IOException {
        String path = request.raw().getPathInfo();
        Set<String> methods = routes.methods(path);
        if (methods.isEmpty()) {
            return handling.refuse(Halt.of(Slug.NOT_FOUND), request, response);
        }
        String allow = String.join(", ", methods);
        if (!"OPTIONS".equals(request.requestMethod())) {
            return handling.refuse(Halt.of(Slug.METHOD_NOT_ALLOWED).with("Allow", allow), request, response);
        }
        response.raw().setStatus(204);
        response.raw().setHeader("Allow", allow);
        accept(response, "Accept-Post", routes.takes("POST", path));
        accept(response, "Accept-Patch", routes.takes("PATCH", path));
        response.raw().flushBuffer();
        return "";
    }

    private static void accept(Response response, String header, @Nullable String type) {
        if (type != null) {
            response.raw().setHeader(header, type);
        }
    }

    /**
     * Where it listens.
     *
     * @return the address, as {@code http://127.0.0.1:8080}
     */
    public String url() {
        return address.ready();
    }

    /**
     * Where metrics are shown.
     *
     * @return the address, as {@code http://127.0.0.1:9100/metrics}, or null where they are not
     */
    public @Nullable String metricsUrl() {
        return shown == null ? null : "http://127.0.0.1:" + shown.port() + "/metrics";
    }

    /**
     * The table of routes of the interface; pages are none of it.
     *
     * @return every route as {@code METHOD path}, with {@code :name} for what varies
     */
    public Set<String> table() {
        return routes.all().stream()
                .filter(route -> !pages.contains(route))
                .map(route -> route.method() + " " + route.path())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Says that it is not ready any more, finishes what is in flight, and stops listening. */
    @Override
    public void close() {
        health.stopping();
        spark.stop();
        spark.awaitStop();
        closeMetrics();
    }

    private void closeMetrics() {
        if (shown != null) {
            shown.close();
        }
    }
}
