package org.moatmark.api;

import java.nio.file.Files;
import java.time.Clock;
import org.moatmark.api.store.Location;
import org.moatmark.api.store.StartRefused;
import org.moatmark.api.store.Store;

/** Data that a server has started on before: what commands beside {@code serve} work on. They never make a database. */
final class Started {

    private Started() {}

    /** The place, if there is anything. */
    static Location there(Location where) {
        if (where instanceof Location.File file && !Files.exists(file.path())) {
            throw new StartRefused(
                    "There is no database " + file.path()
                            + " yet; start the server once, or name the right one with MOATMARK_DB.",
                    "データベース " + file.path() + " はまだありません。一度サーバーを起動するか、MOATMARK_DB で正しい場所を指定してください。");
        }
        return where;
    }

    /** Opens data in which the first tenant has been made. */
    static Store open(Location where, Clock clock) {
        Store store = Store.open(there(where), clock);
        if (store.isEmpty()) {
            store.close();
            throw new StartRefused(
                    "The first start of this database is not over; start the server once.",
                    "このデータベースの最初の起動がまだ終わっていません。一度サーバーを起動してください。");
        }
        return store;
    }
}
