package org.moatmark.api;

import java.io.PrintStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.moatmark.api.http.Doors;
import org.moatmark.api.http.Limits;
import org.moatmark.api.http.Rates;
import org.moatmark.api.http.RestServer;
import org.moatmark.api.service.Answers;
import org.moatmark.api.service.Assessments;
import org.moatmark.api.service.Audit;
import org.moatmark.api.service.Bucket;
import org.moatmark.api.service.Companies;
import org.moatmark.api.service.Comparisons;
import org.moatmark.api.service.Contributions;
import org.moatmark.api.service.Desk;
import org.moatmark.api.service.Erasure;
import org.moatmark.api.service.Exports;
import org.moatmark.api.service.Grants;
import org.moatmark.api.service.Invitations;
import org.moatmark.api.service.Keys;
import org.moatmark.api.service.Meter;
import org.moatmark.api.service.Once;
import org.moatmark.api.service.Questionnaires;
import org.moatmark.api.service.Releases;
import org.moatmark.api.service.Results;
import org.moatmark.api.service.Retention;
import org.moatmark.api.service.Rights;
import org.moatmark.api.service.Seats;
import org.moatmark.api.service.SharedMeter;
import org.moatmark.api.service.Shares;
import org.moatmark.api.service.SignIns;
import org.moatmark.api.service.Snapshots;
import org.moatmark.api.service.Tenants;
import org.moatmark.api.service.Tokens;
import org.moatmark.api.service.Turnout;
import org.moatmark.api.service.Upgrades;
import org.moatmark.api.service.Visibility;
import org.moatmark.api.service.ZipExport;
import org.moatmark.api.store.ErasedList;
import org.moatmark.api.store.StartRefused;
import org.moatmark.api.store.Store;
import org.moatmark.core.Moatmark;

/** The running product: a store, the services and the REST front, wired by hand. */
public final class Serve implements AutoCloseable {

    private final Store store;
    private final Doors doors;
    private final RestServer server;

    private Serve(Store store, Doors doors, RestServer server) {
        this.store = store;
        this.doors = doors;
        this.server = server;
    }

    /**
     * What comes from outside.
     *
     * @param clock the time
     * @param random what keys and tokens are made of
     * @param nanoTime the time that goes by, for limits
     * @param limits how much is taken from whom
     */
    record Outside(Clock clock, Random random, LongSupplier nanoTime, Limits limits) {
        static final Outside WORLD = new Outside(Clock.systemUTC(), new SecureRandom(), System::nanoTime, Limits.USUAL);
    }

    /**
     * Starts.
     *
     * @param settings what it is told
     * @param outside clock, dice and limits
     * @param out where the owner key and the ready line are printed
     * @return the running product
     * @throws StartRefused if it cannot start as things are
     */
    static Serve start(Settings settings, Outside outside, PrintStream out) {
        // The questionnaires are read while the database opens: on two cores that hides most of either.
        CompletableFuture<Moatmark> reading = new CompletableFuture<>();
        Thread reader = new Thread(() -> read(reading), "reading");
        reader.setDaemon(true);
        reader.start();
        // Before anything is made: a refused start must not use up the one time that the owner key is shown.
        RestServer.requireFree(settings.place());
        Store store = Store.open(settings.database(), outside.clock());
        try {
            Doors doors = doors(reading.join(), store, settings.erased(), outside);
            if (store.notesErasures()) {
                doors.erasure().again();
            }
            if (store.isEmpty()) {
                firstStart(doors, settings, out);
            }
            RestServer server =
                    RestServer.start(doors, settings.place(), limits(settings, outside), outside.nanoTime());
            String metrics = server.metricsUrl();
            if (metrics != null) {
                out.println("metrics " + metrics);
            }
            out.println("moatmark ready " + server.url());
            out.flush();
            Store.loadAhead();
            return new Serve(store, doors, server);
        } catch (RuntimeException | Error failed) {
            store.close();
            throw failed;
        }
    }

    private static Limits limits(Settings settings, Outside outside) {
        Rates rates = settings.rates();
        return rates == null ? outside.limits() : outside.limits().with(rates);
    }

    private static void read(CompletableFuture<Moatmark> reading) {
        try {
            reading.complete(Moatmark.shipped());
        } catch (RuntimeException | Error failed) {
            reading.completeExceptionally(failed);
        }
    }

    private static Doors doors(Moatmark moatmark, Store store, @Nullable Path erased, Outside outside) {
        Tokens tokens = new Tokens(outside.random());
        Desk desk = new Desk(store, outside.clock());
        Questionnaires questionnaires = new Questionnaires(moatmark);
        Assessments assessments = new Assessments(questionnaires);
        Results results = new Results(questionnaires, assessments);
        Releases releases = new Releases(questionnaires, assessments, results);
        Snapshots snapshots = new Snapshots(questionnaires, assessments, results, releases);
        Erasure erasure = new Erasure(store, desk, erased == null ? null : new ErasedList(erased));
        Meter.Maker ofThisProcess = rule -> new Bucket(rule, outside.nanoTime());
        return new Doors(
                moatmark,
                desk,
                new Once(desk),
                new Tenants(tokens),
                new Rights(),
                new Keys(tokens),
                new SignIns(tokens),
                new Audit(desk),
                new Grants(),
                questionnaires,
                new Companies(),
                assessments,
                new Seats(questionnaires, tokens, assessments),
                new Answers(questionnaires, tokens),
                results,
                new Visibility(),
                releases,
                snapshots,
                new Invitations(questionnaires, assessments),
                new Turnout(assessments),
                new Comparisons(results, releases),
                new Upgrades(questionnaires, assessments, results, releases, snapshots),
                new Contributions(moatmark, assessments),
                new Shares(tokens, snapshots),
                new Exports(desk, store.isShared(), results, releases, questionnaires, List.of(new ZipExport())),
                erasure,
                new Retention(desk, erasure),
                ofThisProcess,
                store.isShared() ? rule -> new SharedMeter(rule, ofThisProcess.of(rule), desk) : ofThisProcess);
    }

    /** Makes the first tenant; the key is printed before it is kept, as nobody could print it later. */
    private static void firstStart(Doors doors, Settings settings, PrintStream out) {
        boolean first = doors.desk()
                .write(work -> doors.tenants().found(work, settings.ownerKey(), key -> {
                    out.println("owner key " + key);
                    out.flush();
                }));
        if (first && settings.demo()) {
            Demo.plant(doors);
        }
    }

    /**
     * Where it listens.
     *
     * @return the address, as {@code http://127.0.0.1:8080}
     */
    String url() {
        return server.url();
    }

    /** Every route as {@code METHOD path}, for the tests that hold the table against the OpenAPI document. */
    Set<String> routes() {
        return server.table();
    }

    /** Says what to do when the disk of the database fails. */
    void whenBroken(Runnable deed) {
        store.whenBroken(deed);
    }

    /** Makes one tenant more, for the tests that need two; gives back its owner key. */
    String addTenant(String name) {
        return doors.desk().write(work -> doors.tenants().add(work, name));
    }

    /** Finishes what is in flight and stops. */
    @Override
    public void close() {
        server.close();
        doors.exports().close();
        store.close();
    }
}
