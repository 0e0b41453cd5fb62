package org.moatmark.core.interop;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Makes keys of names: each once, none longer than a key may be. */
final class SurveyKeys {

    private static final int LONGEST = 64;

    private final Set<String> used = new HashSet<>();
    private final Map<String, Integer> seen = new HashMap<>();

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
        while (!used.add(free)) {
            String end = "-" + seen.merge(key, 2, (before, first) -> before + 1);
            free = key.substring(0, Math.min(key.length(), LONGEST - end.length())) + end;
        }
        return free;
    }
}
