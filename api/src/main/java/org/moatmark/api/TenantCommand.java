package org.moatmark.api;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Set;
import org.moatmark.api.service.Desk;
import org.moatmark.api.service.Tenants;
import org.moatmark.api.service.Tokens;
import org.moatmark.api.store.Store;
import org.moatmark.core.issue.Words;

/**
 * {@code tenant add NAME}: makes one tenant more in the database of this machine. There is no such call over REST, as nobody
 * there stands above the tenants.
 */
final class TenantCommand implements Command {

    private static final int LONGEST = 200;

    @Override
    public Set<String> options() {
        return Set.of();
    }

    @Override
    public Operands operands() {
        return new Operands(2, 2, new Words("'add' and a name", "「add」と名前"));
    }

    @Override
    public int run(Arguments given, Terminal terminal) throws UsageFault, IOException {
        if (!"add".equals(given.operands().get(0))) {
            throw new UsageFault("'tenant' takes 'add' and a name.", "「tenant」には「add」と名前を指定してください。");
        }
        terminal.result("owner key " + add(name(given.operands().get(1))) + "\n");
        return ExitCode.DONE;
    }

    private static String name(String name) throws UsageFault {
        boolean sound = !name.isBlank()
                && name.codePointCount(0, name.length()) <= LONGEST
                && name.codePoints().noneMatch(Character::isISOControl);
        if (!sound) {
            throw new UsageFault(
                    "The name of a tenant is 1 to " + LONGEST + " characters on one line.",
                    "テナントの名前は1行、1～" + LONGEST + "文字で指定してください。");
        }
        return name.strip();
    }

    private static String add(String name) {
        try (Store store = Started.open(Settings.ofProcess().database(), Clock.systemUTC())) {
            Tenants tenants = new Tenants(new Tokens(new SecureRandom()));
            return new Desk(store, Clock.systemUTC()).write(work -> tenants.add(work, name));
        }
    }
}
