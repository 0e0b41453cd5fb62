package org.moatmark.api.http;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import javax.servlet.Filter;
import org.eclipse.jetty.server.ConnectionLimit;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.gzip.GzipHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import spark.embeddedserver.EmbeddedServer;
import spark.embeddedserver.jetty.websocket.WebSocketHandlerWrapper;
import spark.ssl.SslStores;

/**
 * The Jetty below Spark, set up by hand: no banner, no sessions, bounded queues, slow clients cut off, compressed
 * answers on request, requests in flight finished when it stops.
 */
final class Hardened implements EmbeddedServer {

    private static final int THREADS = 64;

    /** Requests that are worked on at once; the other threads are for connections and for questions after our health. */
    private static final int WORKING = 48;

    private static final int QUEUE = 4_096;
    private static final int CONNECTIONS = 12_000;
    private static final int SMALLEST_GZIP = 1_024;
    private static final int HEADER_BYTES = 8_192;

    private final QueuedThreadPool threads;
    private final Server server;
    private final Gate gate;
    private final Limits limits;
    private final @Nullable Metrics metrics;

    Hardened(Filter spark, Peers peers, Limits limits, @Nullable Metrics metrics) {
        this.gate = new Gate(spark, peers, metrics, new Turnstile(WORKING));
        this.metrics = metrics;
        this.limits = limits;
        this.threads = new QueuedThreadPool(THREADS, 8, 60_000, new ArrayBlockingQueue<>(QUEUE));
        this.server = new Server(threads);
    }

    @Override
    public int ignite(
            String host, int port, @Nullable SslStores ssl, int maxThreads, int minThreads, int threadIdleTimeout)
            throws Exception {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setSendDateHeader(true);
        http.setRequestHeaderSize(HEADER_BYTES);
        ServerConnector connector = new ServerConnector(server, 1, 1, new StrictLines(http));
        connector.setHost(host);
        connector.setPort(port);
        connector.setIdleTimeout(limits.idle().toMillis());
        connector.setAcceptQueueSize(1_024);
        server.addConnector(connector);
        server.addBean(new JettyErrors());
        server.addBean(new ConnectionLimit(CONNECTIONS, server));
        Drain inFlight = new Drain();
        inFlight.setHandler(gzip());
        server.setHandler(inFlight);
        server.setStopTimeout(limits.drain().toMillis());
        server.setStopAtShutdown(false);
        if (metrics != null) {
            show(metrics, connector, inFlight);
        }
        server.start();
        return connector.getLocalPort();
    }

    private void show(Metrics metrics, ServerConnector connector, Drain inFlight) {
        metrics.show("moatmark_requests_in_flight", "Requests being answered.", "gauge", inFlight::inFlight);
        metrics.show(
                "moatmark_connections",
                "Open connections.",
                "gauge",
                () -> connector.getConnectedEndPoints().size());
        metrics.show("moatmark_threads_busy", "Threads that answer.", "gauge", threads::getBusyThreads);
        metrics.show("moatmark_threads_max", "Most threads.", "gauge", threads::getMaxThreads);
        metrics.show("moatmark_queued", "Jobs that wait for a thread.", "gauge", threads::getQueueSize);
    }

    private GzipHandler gzip() {
        GzipHandler gzip = new GzipHandler();
        gzip.setIncludedMethods("GET", "POST", "PATCH");
        gzip.setIncludedMimeTypes(
                Answer.JSON,
                Answer.PROBLEM,
                Answer.NDJSON,
                "text/html",
                "text/css",
                "text/javascript",
                // What Jetty takes a name that ends in .js for, before it looks at the answer.
                "application/javascript",
                "image/svg+xml");
        gzip.setExcludedAgentPatterns();
        // A batch answers line by line; without this its answers would wait in the compressor.
        gzip.setSyncFlush(true);
        gzip.setMinGzipSize(SMALLEST_GZIP);
        gzip.setHandler(gate);
        return gzip;
    }

    @Override
    public void configureWebSockets(
            @Nullable Map<String, WebSocketHandlerWrapper> handlers, Optional<Long> idleTimeoutMillis) {
        // There are none.
    }

    @Override
    public void trustForwardHeaders(boolean trust) {
        // Peers decides whom to believe.
    }

    @Override
    public void join() throws InterruptedException {
        server.join();
    }

    @Override
    public void extinguish() {
        try {
            server.stop();
        } catch (Exception late) {
            // What is still running after the drain time ends with the process.
            server.setStopTimeout(0);
        }
    }

    @Override
    public int activeThreadCount() {
        return server.getThreadPool().getThreads() - server.getThreadPool().getIdleThreads();
    }
}
