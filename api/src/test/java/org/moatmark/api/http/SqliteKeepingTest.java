package org.moatmark.api.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.moatmark.api.Running;
import org.moatmark.api.store.Location;

/** On a file: what is erased is gone from its bytes and from those of the files beside it. */
class SqliteKeepingTest extends KeepingContract {

    @TempDir
    Path folder;

    @Override
    Running run(Clock time) {
        return Running.on(new Location.File(folder.resolve("data.db")), time);
    }

    @Override
    String everything() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }

    @Override
    Connection asProgram() throws SQLException {
        return connect("jdbc:sqlite:" + folder.resolve("data.db"));
    }
}
