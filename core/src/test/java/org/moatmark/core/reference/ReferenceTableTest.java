package org.moatmark.core.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceTableTest {

    @TempDir
    private Path folder;

    @Test
    void every_line_becomes_a_row_under_its_case() throws IOException {
        Files.createDirectories(folder.resolve("b"));
        Files.writeString(folder.resolve("b/second.0"), "b\tmean\tsoftware\tR|4\t2\t2\t0.0e+00\t1e-9\n");
        Files.writeString(folder.resolve("a.0"), "a\tsd\tpublished\tA paper\t1.5\t1.5\t1.0e-03\t0.01\n");

        assertThat(ReferenceTable.of(folder)).startsWith("# Reference values\n").endsWith("""

                        ## a

                        | statistic | basis | source | expected | ours | difference | tolerance |
                        |---|---|---|---|---|---|---|
                        | sd | published | A paper | 1.5 | 1.5 | 1.0e-03 | 0.01 |

                        ## b

                        | statistic | basis | source | expected | ours | difference | tolerance |
                        |---|---|---|---|---|---|---|
                        | mean | software | R\\|4 | 2 | 2 | 0.0e+00 | 1e-9 |
                        """);
    }
}
