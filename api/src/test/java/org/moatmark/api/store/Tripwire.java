package org.moatmark.api.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** A connection on which something happens before a certain statement. */
final class Tripwire {

    private final Connection real;
    private final int at;
    private final Deed deed;
    private int count;

    /** What happens. */
    interface Deed {
        void trip(Connection real) throws SQLException;
    }

    Tripwire(Connection real, int at, Deed deed) {
        this.real = real;
        this.at = at;
        this.deed = deed;
    }

    /** So many statements, and the commit at the end, went through it. */
    int count() {
        return count;
    }

    Connection connection() {
        return wrap(Connection.class, real);
    }

    private <T> T wrap(Class<T> type, Object behind) {
        return type.cast(Proxy.newProxyInstance(
                Tripwire.class.getClassLoader(), new Class<?>[] {type}, (self, method, given) -> {
                    if (method.getName().startsWith("execute") || "commit".equals(method.getName())) {
                        step();
                    }
                    Object result;
                    try {
                        result = method.invoke(behind, given);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                    if (result instanceof PreparedStatement statement) {
                        return wrap(PreparedStatement.class, statement);
                    }
                    return result instanceof Statement statement ? wrap(Statement.class, statement) : result;
                }));
    }

    private void step() throws SQLException {
        if (count++ == at) {
            deed.trip(real);
        }
    }
}
