package org.moatmark.core.interop;

import java.util.HashSet;
import java.util.Set;

/** Makes keys of names: each once, none longer than a key may be. */
final class SurveyKeys {

    private static final int LONGEST = 64;

    private final Set<String> used = new HashSet<>();

    /** A key that nothing has yet; the name itself where it can be. */
    String of(String name) {
        StringBuilder sound = new StringBuilder();
        name.strip()
                .codePoints()
                .filter(c -> !Character.isISOControl(c))
                .limit(LONGEST)
                .forEach(sound::appendCodePoint);
        String key = sound.isEmpty() ? "unnamed" : sound.toString().strip();
        String free = key;
        for (int i = 2; !used.add(free); i++) {
            String end = "-" + i;
            free = key.substring(0, Math.min(key.length(), LONGEST - end.length())) + end;
        }
        return free;
    }
}
