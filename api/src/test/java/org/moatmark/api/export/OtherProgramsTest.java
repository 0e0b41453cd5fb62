package org.moatmark.api.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moatmark.core.Moatmark;
import org.moatmark.core.interop.Codebook;
import org.moatmark.core.interop.DataTable;
import org.moatmark.core.interop.ExcelWorkbook;
import org.moatmark.core.interop.ResponseTables;
import org.moatmark.core.interop.ScoreTables;
import org.moatmark.core.interop.TableStyle;
import org.moatmark.core.questionnaire.Questionnaire;
import org.moatmark.core.response.AnswerValue;
import org.moatmark.core.response.Response;
import org.moatmark.core.response.Wave;

/**
 * Exports are opened by the programs of those who asked for them: PSPP, R and LibreOffice, where these are installed. Where one
 * is not, its test says that it is skipped.
 */
class OtherProgramsTest {

    private static final Moatmark MOATMARK = Moatmark.shipped();
    private static final Wave WAVE = MOATMARK.readWave(demo()).orThrow();
    private static final Questionnaire QUESTIONNAIRE =
            MOATMARK.catalogue().find(WAVE.questionnaire(), WAVE.version()).orElseThrow();
    private static final DataTable WIDE = ResponseTables.wide(QUESTIONNAIRE, WAVE);

    @TempDir
    private Path folder;

    /** Packs a file. */
    private interface Packing {
        void writeTo(OutputStream out) throws IOException;
    }

    private static byte[] demo() {
        try (var file = OtherProgramsTest.class.getResourceAsStream("/demo/marketing-leadership-maturity.json")) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] packed(Packing packing) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        packing.writeTo(out);
        return out.toByteArray();
    }

    private void unpack(byte[] bundle) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Files.write(folder.resolve(entry.getName()), zip.readAllBytes());
            }
        }
    }

    /** What a program prints, run in the folder; the test is skipped if it is not installed. */
    private String run(String... command) throws IOException, InterruptedException {
        String path = System.getenv().getOrDefault("PATH", "");
        boolean installed = Stream.of(path.split(":")).anyMatch(one -> Files.isExecutable(Path.of(one, command[0])));
        assumeTrue(installed, "Not run: " + command[0] + " is not installed.");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("printed").toFile())
                .start();
        boolean ended = process.waitFor(120, TimeUnit.SECONDS);
        process.destroyForcibly();
        String printed = Files.readString(folder.resolve("printed"), StandardCharsets.UTF_8);
        assertThat(ended).as(printed).isTrue();
        return printed;
    }

    private static List<Double> claims() {
        return WAVE.respondents().stream()
                .map(one -> one.answers().get("M1.1b"))
                .filter(Response.Answered.class::isInstance)
                .map(one -> ((Response.Answered) one).value())
                .map(value -> ((AnswerValue.Number) value).value())
                .toList();
    }

    @Test
    void bundles_have_the_same_bytes_every_time() throws IOException {
        Packing spss = out -> SpssBundle.write(WIDE, Codebook.of(QUESTIONNAIRE, WIDE), "ja", out);
        Packing r = out -> RBundle.write(WIDE, Codebook.of(QUESTIONNAIRE, WIDE), "ja", out);
        assertThat(packed(spss)).isEqualTo(packed(spss));
        assertThat(packed(r)).isEqualTo(packed(r));
    }

    @Test
    void pspp_reads_values_labels_and_missing_values() throws Exception {
        unpack(packed(out -> SpssBundle.write(WIDE, Codebook.of(QUESTIONNAIRE, WIDE), "ja", out)));
        Files.writeString(
                folder.resolve("look.sps"),
                Files.readString(folder.resolve("labels.sps"))
                        + "\nGET FILE='data.sav'.\nDISPLAY DICTIONARY /VARIABLES=M1.1a.\nDESCRIPTIVES M1.1b.\n");
        String printed = run("pspp", "look.sps");
        double mean =
                claims().stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        assertThat(printed)
                .doesNotContain("error:")
                .contains("無回答")
                .contains("-99")
                .contains(new BigDecimal(mean).setScale(2, RoundingMode.HALF_UP).toString());
    }

    @Test
    void r_reads_numbers_and_factors_and_has_no_zero_for_a_blank() throws Exception {
        unpack(packed(out -> RBundle.write(WIDE, Codebook.of(QUESTIONNAIRE, WIDE), "en", out)));
        Files.writeString(folder.resolve("look.R"), """
                source("load.R", chdir = TRUE)
                cat(nrow(moatmark), sum(is.na(moatmark[["M1.1b"]])), sum(moatmark[["M1.1b"]], na.rm = TRUE), "\\n")
                cat(levels(moatmark_factors[["M1.1a"]]), "\\n")
                """);
        String printed = run("Rscript", "--vanilla", "look.R");
        int rows = WAVE.respondents().size();
        long sum = Math.round(claims().stream().mapToDouble(Double::doubleValue).sum());
        assertThat(printed)
                .contains(rows + " " + (rows - claims().size()) + " " + sum)
                .contains("0 No 1 Yes");
    }

    @Test
    void libreoffice_opens_the_workbook() throws Exception {
        var result = MOATMARK.score(WAVE);
        Files.write(
                folder.resolve("data.xlsx"),
                packed(out -> ExcelWorkbook.write(
                        List.of(ScoreTables.of(QUESTIONNAIRE, result), WIDE), TableStyle.CODES, out)));
        run(
                "soffice",
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                "csv",
                "data.xlsx");
        Path csv = folder.resolve("data.csv");
        assumeTrue(Files.exists(csv), "Not run: this LibreOffice has no spreadsheet.");
        assertThat(Files.readAllLines(csv))
                .hasSize(2 + result.nodes().size() + result.items().size())
                .first()
                .asString()
                .startsWith("kind,key,parent,title,evidenced");
    }
}
