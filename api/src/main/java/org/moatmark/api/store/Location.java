package org.moatmark.api.store;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Where the data are kept. */
public sealed interface Location {

    /**
     * One SQLite file, for one process.
     *
     * @param path where it lies
     */
    record File(Path path) implements Location {}

    /**
     * A PostgreSQL database, for any number of processes.
     *
     * @param url a JDBC address; it may hold a password and is never shown
     */
    record Server(String url) implements Location {

        /** The address without what stands after its question mark, which is where passwords are. */
        @Override
        public String toString() {
            return url.replaceFirst("[?].*", "").replaceFirst("//[^/]*@", "//");
        }
    }

    /**
     * Reads the setting that names it.
     *
     * @param setting a path, or an address that begins with {@code jdbc:postgresql:}
     * @return the place
     * @throws StartRefused if it is neither
     */
    static Location of(String setting) {
        if (setting.startsWith("jdbc:postgresql:")) {
            return new Server(setting);
        }
        if (setting.startsWith("jdbc:") || setting.startsWith("postgres:") || setting.startsWith("postgresql:")) {
            throw new StartRefused(
                    "MOATMARK_DB is neither a file nor an address such as"
                            + " jdbc:postgresql://localhost/moatmark?user=moatmark&password=...",
                    "MOATMARK_DB には、ファイルか、次のようなアドレスを指定してください："
                            + "jdbc:postgresql://localhost/moatmark?user=moatmark&password=...");
        }
        try {
            return new File(Path.of(setting));
        } catch (InvalidPathException noPath) {
            throw new StartRefused("MOATMARK_DB is no file name.", "MOATMARK_DB はファイル名として使えません。", noPath);
        }
    }
}
