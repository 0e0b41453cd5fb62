package org.moatmark.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.AbstractHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** So many at once, the others in the order in which they came, and no place is ever lost. */
class TurnstileTest {

    private static final int PLACES = 2;

    private final Turnstile turnstile = new Turnstile(PLACES);
    private final Semaphore goOn = new Semaphore(0);
    private final AtomicInteger working = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final ConcurrentLinkedQueue<String> order = new ConcurrentLinkedQueue<>();
    private final CountDownLatch waiting = new CountDownLatch(3);
    private Server server;
    private int port;

    /** Works as the gate does, until it is let go on. */
    private final class Work extends AbstractHandler {
        @Override
        public void handle(String target, Request base, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            base.setHandled(true);
            switch (turnstile.enter(request)) {
                case NEVER -> response.setStatus(503);
                case LATER -> waiting.countDown();
                case NOW -> {
                    try {
                        order.add(target);
                        most.accumulateAndGet(working.incrementAndGet(), Math::max);
                        goOn.tryAcquire(20, TimeUnit.SECONDS);
                    } catch (InterruptedException told) {
                        throw new IOException(told);
                    } finally {
                        working.decrementAndGet();
                        turnstile.leave();
                    }
                }
            }
        }
    }

    @BeforeEach
    void start() throws Exception {
        server = new Server(0);
        server.setHandler(new Work());
        server.start();
        port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    }

    @AfterEach
    void stop() throws Exception {
        goOn.release(1_000);
        server.stop();
    }

    private Socket ask(String path) throws IOException {
        Socket socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(20_000);
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static int status(Socket socket) throws IOException {
        try (socket) {
            return Http.read(socket.getInputStream(), false).status();
        }
    }

    private void until(int started) throws InterruptedException {
        for (int i = 0; i < 1_000 && order.size() < started; i++) {
            Thread.sleep(10);
        }
        assertThat(order).hasSize(started);
    }

    @Test
    void who_waits_has_his_turn_in_order_and_who_has_left_keeps_no_place() throws Exception {
        List<Socket> sockets = new ArrayList<>();
        for (int i = 0; i < PLACES; i++) {
            sockets.add(ask("/" + i));
            until(i + 1);
        }
        for (int i = PLACES; i < PLACES + 3; i++) {
            sockets.add(ask("/" + i));
            for (int tries = 0; tries < 500 && waiting.getCount() > PLACES + 2 - i; tries++) {
                Thread.sleep(10);
            }
        }
        assertThat(waiting.await(20, TimeUnit.SECONDS)).isTrue();
        sockets.remove(2).close();

        for (int next = 1; next <= 2; next++) {
            goOn.release(); // one leaves, so that two do not come in at the same time
            until(PLACES + next);
        }
        goOn.release(20);
        for (Socket socket : sockets) {
            assertThat(status(socket)).isEqualTo(200);
        }
        assertThat(most).hasValue(PLACES);
        assertThat(order).startsWith("/0", "/1").containsSubsequence("/3", "/4");

        // Whatever became of the one that left, both places are free again.
        goOn.drainPermits();
        int before = order.size();
        List<Socket> again = List.of(ask("/a"), ask("/b"));
        until(before + 2);
        goOn.release(2);
        for (Socket socket : again) {
            assertThat(status(socket)).isEqualTo(200);
        }
    }

    @Test
    void a_crowd_is_answered_to_the_last_and_never_more_at_once() throws Exception {
        goOn.release(1_000);
        List<Socket> sockets = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            sockets.add(ask("/" + i));
        }
        for (Socket socket : sockets) {
            assertThat(status(socket)).isEqualTo(200);
        }
        assertThat(most.get()).isBetween(1, PLACES);
        assertThat(order).hasSize(200);
    }
}
