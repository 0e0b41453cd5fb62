package org.moatmark.api.faults;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The database behind the program, looked at past the program.
 *
 * @param url its JDBC address, of a user that sees everything
 */
record Data(String url) {

    static Data file(Path file) {
        return new Data("jdbc:sqlite:" + file);
    }

    private boolean isFile() {
        return url.startsWith("jdbc:sqlite:");
    }

    /** The first column of all rows. */
    List<String> column(String query) throws SQLException {
        List<String> all = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                all.add(String.valueOf(rows.getString(1)));
            }
        }
        return all;
    }

    /** What the database finds wrong with itself. */
    List<String> faults() throws SQLException {
        if (!isFile()) {
            return List.of();
        }
        List<String> faults = new ArrayList<>(column("PRAGMA integrity_check"));
        faults.remove("ok");
        faults.addAll(column("PRAGMA foreign_key_check"));
        return faults;
    }

    /** What the rows say a seat has answered, as members of an object of answers. */
    String answers(String seat) throws SQLException {
        return "{"
                + String.join(
                        ",",
                        column("SELECT '\"' || item_key || '\":' || given FROM answer WHERE seat_id = '" + seat
                                + "' ORDER BY item_key"))
                + "}";
    }
}
