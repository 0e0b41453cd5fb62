package org.moatmark.api.http;

import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.AbstractHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.moatmark.api.store.StartRefused;

/**
 * {@code GET /metrics} on a port of its own that only this machine reaches, with its own few threads: it answers when all
 * others are taken.
 */
final class MetricsPort implements AutoCloseable {

    private static final List<String> HOSTS = List.of("127.0.0.1", "localhost");
    private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final Server server = new Server(new QueuedThreadPool(4, 1));
    private final ServerConnector connector;

    private MetricsPort(Metrics metrics, int port) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(8_192);
        this.connector = new ServerConnector(server, 0, 1, new StrictLines(http));
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        connector.setIdleTimeout(10_000);
        server.addConnector(connector);
        server.addBean(new JettyErrors());
        server.setHandler(new Page(metrics));
    }

    static MetricsPort open(Metrics metrics, int port) {
        machine(metrics);
        MetricsPort opened = new MetricsPort(metrics, port);
        try {
            opened.server.start();
        } catch (Exception taken) {
            opened.close();
            throw new StartRefused(
                    "Cannot show metrics on 127.0.0.1:" + port
                            + "; is the port taken? Choose another with MOATMARK_METRICS_PORT.",
                    "127.0.0.1:" + port + " でメトリクスを公開できません。ポートが使用中でないか確認し、MOATMARK_METRICS_PORT で別のポートを指定してください。",
                    taken);
        }
        return opened;
    }

    int port() {
        return connector.getLocalPort();
    }

    /** What the machine says of this process. */
    private static void machine(Metrics metrics) {
        Runtime runtime = Runtime.getRuntime();
        metrics.show(
                "jvm_memory_used_bytes",
                "Heap in use.",
                "gauge",
                () -> (double) runtime.totalMemory() - runtime.freeMemory());
        metrics.show("jvm_memory_max_bytes", "Most heap.", "gauge", () -> (double) runtime.maxMemory());
        metrics.show("jvm_gc_seconds_total", "Time in garbage collection.", "counter", MetricsPort::collecting);
        metrics.show(
                "process_start_time_seconds",
                "When the process began, in seconds since 1970.",
                "gauge",
                () -> ManagementFactory.getRuntimeMXBean().getStartTime() / 1e3);
        metrics.show("process_resident_memory_bytes", "Memory that the process holds.", "gauge", MetricsPort::resident);
    }

    private static double collecting() {
        long millis = 0;
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            millis += Math.max(0, collector.getCollectionTime());
        }
        return millis / 1e3;
    }

    /** As Linux tells it; 0 elsewhere. */
    private static double resident() {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
                if (line.startsWith("VmRSS:")) {
                    return Double.parseDouble(line.replaceAll("\\D", "")) * 1_024;
                }
            }
        } catch (IOException elsewhere) {
            return 0;
        }
        return 0;
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception late) {
            server.setStopTimeout(0);
        }
    }

    /** The only page; another site cannot have a browser read it under a name of its own. */
    private static final class Page extends AbstractHandler {

        private final Metrics metrics;

        Page(Metrics metrics) {
            this.metrics = metrics;
        }

        @Override
        public void handle(String target, Request base, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            base.setHandled(true);
            SecurityHeaders.forEach(response::setHeader);
            response.setHeader("Cache-Control", "no-store");
            boolean reading = "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod());
            if (!HOSTS.contains(request.getServerName())) {
                response.setStatus(421);
            } else if (!"/metrics".equals(request.getRequestURI())) {
                response.setStatus(404);
            } else if (!reading) {
                response.setHeader("Allow", "GET, HEAD");
                response.setStatus(405);
            } else {
                response.setContentType(TYPE);
                response.getOutputStream().write(metrics.text().getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
