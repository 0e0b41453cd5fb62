package org.moatmark.core.house.crooked.stats;

import java.io.InputStream;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;

/** Looks at the clock, throws dice, reads the default locale, prints, and remembers. */
public final class Careless {

    static int counter;

    static final int ALLOWED = 1;

    /** A method reference is a call, too. */
    public Supplier<LocalDate> today() {
        return LocalDate::now;
    }

    public double dice(List<String> list) {
        Collections.shuffle(list);
        new SecureRandom();
        return new Random().nextDouble()
                + Math.random()
                + ThreadLocalRandom.current().nextDouble();
    }

    public String words() {
        Assertions.assertThat(counter);
        System.out.println(System.currentTimeMillis());
        return String.format("%.1f", Math.exp(1)) + "I".toLowerCase() + Locale.getDefault();
    }

    public @Nullable InputStream resource() {
        return Careless.class.getResourceAsStream("x");
    }

    /** What is allowed. */
    public String allowed(Random seeded) {
        new Random(1).nextInt();
        Collections.shuffle(List.of(), seeded);
        return String.format(Locale.ROOT, "%.1f", StrictMath.exp(Math.max(1, 2))) + "I".toLowerCase(Locale.ROOT);
    }
}
