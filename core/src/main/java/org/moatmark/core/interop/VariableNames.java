package org.moatmark.core.interop;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names that R, SPSS, PSPP and a spreadsheet can all take, each once; capital and small letters count as the same. */
final class VariableNames {

    private static final int LONGEST = 64;

    private final Set<String> taken = new HashSet<>();

    /** The name for something that is called {@code wish}: the wish itself wherever that is possible. */
    String of(String wish) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < wish.length(); i++) {
            char c = wish.charAt(i);
            boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            name.append(plain || c == '.' || c == '_' ? c : '_');
        }
        if (name.isEmpty() || !Character.isLetter(name.charAt(0))) {
            name.insert(0, 'v');
        }
        while (name.charAt(name.length() - 1) == '.') {
            name.setLength(name.length() - 1);
        }
        String base = name.toString();
        String free = cut(base, LONGEST);
        for (int next = 2; !taken.add(free.toLowerCase(Locale.ROOT)); next++) {
            String ending = "_" + next;
            free = cut(base, LONGEST - ending.length()) + ending;
        }
        return free;
    }

    private static String cut(String name, int length) {
        String cut = name.length() <= length ? name : name.substring(0, length);
        return cut.endsWith(".") ? cut.substring(0, cut.length() - 1) + "_" : cut;
    }
}
