package org.moatmark.api.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.tools.jdbc.DefaultConnection;
import org.jspecify.annotations.Nullable;

/**
 * What one transaction says to the database. A server is far: each answer takes a way there and back. So what is said to it
 * waits until somebody looks at an answer, says something in another way, or ends the transaction; then all of it goes out
 * together, in its order, and what fails takes everything behind it with it. A file is near, and is told at once.
 */
final class Talk {

    private static final int MOST = 16;
    private static final String COMMIT = "COMMIT";

    private final Connection connection;
    private final DSLContext sql;
    private final boolean far;
    private final boolean onlyPhrases;
    private final List<Answer> waiting = new ArrayList<>();
    private boolean heard;

    /**
     * A talk.
     *
     * @param connection over which
     * @param dialect with what
     * @param onlyPhrases whether everything else is refused, since there is no transaction that would hold it together
     */
    Talk(Connection connection, SQLDialect dialect, boolean onlyPhrases) {
        this.connection = connection;
        this.sql = DSL.using(new Aloud(connection), dialect, Store.SETTINGS);
        this.far = dialect.family() == SQLDialect.POSTGRES;
        this.onlyPhrases = onlyPhrases;
    }

    /** What a phrase is answered with, once somebody looks. */
    final class Answer {
        private final Phrase.Written phrase;
        private final @Nullable Object[] values;
        private final @Nullable Supplier<? extends RuntimeException> otherwise;
        private @Nullable Result<Record> rows;

        private Answer(
                Phrase.Written phrase,
                @Nullable Supplier<? extends RuntimeException> otherwise,
                @Nullable Object[] values) {
            if (values.length != phrase.types().size()) {
                throw new IllegalArgumentException(
                        "'" + phrase.sql() + "' wants " + phrase.types() + ", not " + values.length + " values.");
            }
            this.phrase = phrase;
            this.otherwise = otherwise;
            this.values = values;
        }

        /** All rows. */
        Result<Record> rows() {
            if (rows == null) {
                settle();
            }
            Result<Record> known = rows;
            if (known == null) {
                throw new IllegalStateException("'" + phrase.sql() + "' is no question.");
            }
            return known;
        }

        /** The one row, or null if there is none. */
        @Nullable
        Record row() {
            Result<Record> all = rows();
            return all.isEmpty() ? null : all.get(0);
        }

        private int put(PreparedStatement statement, int first) throws SQLException {
            int place = first;
            for (int i = 0; i < values.length; i++) {
                Object value = values[i];
                boolean number = phrase.types().get(i) == Long.class;
                if (value == null) {
                    statement.setNull(place++, number ? Types.BIGINT : Types.VARCHAR);
                } else if (number) {
                    statement.setLong(place++, (Long) value);
                } else {
                    statement.setString(place++, (String) value);
                }
            }
            return place;
        }

        private void read(ResultSet found) {
            List<Field<?>> columns = phrase.columns();
            if (!columns.isEmpty()) {
                rows = sql.fetch(found, columns.toArray(Field<?>[]::new));
            }
        }
    }

    /** Everything that jOOQ says itself comes after what was said before. */
    private final class Aloud extends DefaultConnection {
        Aloud(Connection connection) {
            super(connection);
        }

        @Override
        public PreparedStatement prepareStatement(String text) throws SQLException {
            comeAfter();
            return super.prepareStatement(text);
        }

        @Override
        public PreparedStatement prepareStatement(String text, int keys) throws SQLException {
            comeAfter();
            return super.prepareStatement(text, keys);
        }

        @Override
        public PreparedStatement prepareStatement(String text, String[] keys) throws SQLException {
            comeAfter();
            return super.prepareStatement(text, keys);
        }

        @Override
        public Statement createStatement() throws SQLException {
            comeAfter();
            return super.createStatement();
        }
    }

    private void comeAfter() throws SQLException {
        if (onlyPhrases) {
            throw new IllegalStateException("Outside of a transaction only phrases are said; this is none.");
        }
        send(false);
        heard = true;
    }

    /** The way for everything that is no phrase. */
    DSLContext sql() {
        return sql;
    }

    /** Asks something; it goes out when somebody looks at the answer. */
    Answer ask(Phrase phrase, @Nullable Object... values) {
        return ask(null, phrase, values);
    }

    private Answer ask(
            @Nullable Supplier<? extends RuntimeException> otherwise, Phrase phrase, @Nullable Object... values) {
        Answer answer = new Answer(phrase.in(sql.dialect()), otherwise, values);
        waiting.add(answer);
        if (!far || waiting.size() == MOST) {
            settle();
        }
        return answer;
    }

    /**
     * Goes on only if there is a row: what comes after is undone else. Nobody sees an answer to a later question, and nothing is
     * kept, before this one is answered.
     */
    void insist(Supplier<? extends RuntimeException> otherwise, Phrase phrase, @Nullable Object... values) {
        ask(otherwise, phrase, values);
    }

    /** Says something of which nobody needs the answer. */
    void say(Phrase phrase, @Nullable Object... values) {
        ask(phrase, values);
    }

    /** Whether what was set by one statement still holds when the next answer has been looked at. */
    boolean remembers() {
        return !onlyPhrases;
    }

    /** Whether anything came back, or may have been kept. */
    boolean heard() {
        return heard;
    }

    /** Says what waits; whoever reads only does not need that. */
    private void settle() {
        try {
            send(false);
        } catch (SQLException failed) {
            throw new DataAccessException("What was said was not done.", failed);
        }
    }

    /** Says what waits, and ends the transaction on the same way if it is far. */
    void end() throws SQLException {
        if (waiting.stream().anyMatch(one -> one.otherwise != null)) {
            send(false);
        }
        if (far && !waiting.isEmpty()) {
            heard = true;
            send(true);
        }
    }

    private void send(boolean commit) throws SQLException {
        if (waiting.isEmpty()) {
            return;
        }
        List<Answer> all = List.copyOf(waiting);
        waiting.clear();
        String text = all.stream().map(one -> one.phrase.sql()).collect(Collectors.joining("; "));
        try (PreparedStatement statement = connection.prepareStatement(commit ? text + "; " + COMMIT : text)) {
            int place = 1;
            for (Answer one : all) {
                place = one.put(statement, place);
            }
            boolean rows = statement.execute();
            heard = true;
            for (Answer one : all) {
                if (rows) {
                    one.read(statement.getResultSet());
                }
                rows = far && statement.getMoreResults();
            }
        }
        for (Answer one : all) {
            if (one.otherwise != null && one.rows().isEmpty()) {
                throw one.otherwise.get();
            }
        }
    }
}
