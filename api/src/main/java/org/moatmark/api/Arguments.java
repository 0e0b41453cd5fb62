package org.moatmark.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words after the name of a command, told apart: options, which begin with two dashes, and operands. A lone dash is
 * an operand, and after {@code --} everything is.
 *
 * @param options value by option, the empty string for an option without a value
 * @param operands the other words in their order
 */
record Arguments(Map<String, String> options, List<String> operands) {

    Arguments {
        options = Map.copyOf(options);
        operands = List.copyOf(operands);
    }

    /**
     * Tells the words apart.
     *
     * @param words the words after the name of the command
     * @param known options that are taken; one that ends in {@code =} has a value
     * @return options and operands
     * @throws UsageFault for an option that nobody takes, comes twice or lacks its value
     */
    static Arguments of(List<String> words, Set<String> known) throws UsageFault {
        Map<String, String> options = new HashMap<>();
        List<String> operands = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if ("--".equals(word)) {
                operands.addAll(words.subList(i + 1, words.size()));
                break;
            } else if (!word.startsWith("-") || Terminal.STANDARD_INPUT.equals(word)) {
                operands.add(word);
                continue;
            }
            int equals = word.indexOf('=');
            String name = equals < 0 ? word : word.substring(0, equals);
            String value = "";
            if (known.contains(name + "=")) {
                if (equals < 0 && i + 1 == words.size()) {
                    throw new UsageFault("Option '" + name + "' needs a value.", "オプション「" + name + "」には値が必要です。");
                }
                value = equals < 0 ? words.get(++i) : word.substring(equals + 1);
            } else if (!known.contains(word)) {
                throw new UsageFault("There is no option '" + name + "' here.", "ここにオプション「" + name + "」はありません。");
            }
            if (options.put(name, value) != null) {
                throw new UsageFault("Option '" + name + "' is there twice.", "オプション「" + name + "」が二度指定されています。");
            }
        }
        return new Arguments(options, operands);
    }

    boolean has(String option) {
        return options.containsKey(option);
    }

    @Nullable
    String value(String option) {
        return options.get(option);
    }
}
