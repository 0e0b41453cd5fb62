package org.moatmark.api.store;

import java.util.List;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * A statement that is said again and again. jOOQ writes it once for each database, with places for values; to write one takes
 * longer than to have it answered.
 */
final class Phrase {

    private final Function<DSLContext, Query> words;
    private volatile @Nullable Written toFile;
    private volatile @Nullable Written toServer;

    /**
     * A phrase.
     *
     * @param words writes it; its values are {@link #text} and {@link #number}, and are given in the order in which they stand
     */
    Phrase(Function<DSLContext, Query> words) {
        this.words = words;
    }

    /**
     * A phrase in the words of one database.
     *
     * @param sql the words, with a question mark for each value
     * @param types what each value is
     * @param columns what it is answered with, if it is a question
     */
    record Written(String sql, List<Class<?>> types, List<Field<?>> columns) {}

    /** The place of a text. */
    static Param<String> text() {
        return DSL.param(String.class);
    }

    /** The place of a number. */
    static Param<Long> number() {
        return DSL.param(Long.class);
    }

    Written in(SQLDialect dialect) {
        boolean server = dialect.family() == SQLDialect.POSTGRES;
        Written known = server ? toServer : toFile;
        if (known == null) {
            known = write(dialect);
            if (server) {
                toServer = known;
            } else {
                toFile = known;
            }
        }
        return known;
    }

    private Written write(SQLDialect dialect) {
        Query query = words.apply(DSL.using(dialect, Store.SETTINGS));
        List<Class<?>> types = query.getParams().values().stream()
                .filter(param -> !param.isInline())
                .<Class<?>>map(Param::getType)
                .toList();
        List<Field<?>> columns = query instanceof Select<?> select ? List.copyOf(select.getSelect()) : List.of();
        return new Written(query.getSQL(), types, columns);
    }
}
