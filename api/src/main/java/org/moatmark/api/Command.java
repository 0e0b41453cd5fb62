package org.moatmark.api;

import java.io.IOException;
import java.util.Set;
import org.moatmark.api.store.StartRefused;

/** One word of the command line and what it does. */
interface Command {

    /**
     * The options that it takes beside {@code --lang} and {@code --help}.
     *
     * @return options without a value, such as {@code --json}, and options with one, such as {@code --questionnaires=}
     */
    Set<String> options();

    /**
     * What it is given beside options.
     *
     * @return how many of what
     */
    Operands operands();

    /**
     * Does it.
     *
     * @param given the words after its name
     * @param terminal where to read and write
     * @return the exit code
     * @throws UsageFault if the call cannot be carried out
     * @throws StartRefused if the data cannot be opened as things are
     * @throws IOException if the result cannot be written
     */
    int run(Arguments given, Terminal terminal) throws UsageFault, IOException;
}
