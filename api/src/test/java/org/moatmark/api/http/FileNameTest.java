package org.moatmark.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What files are called where they are saved, whatever a company calls itself. */
class FileNameTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    private static String saved(String company) {
        return FileName.of(company, "outside-view", null, DAY, "report.pdf")
                .saved(Answer.empty(200))
                .headers()
                .get("Content-Disposition");
    }

    @Test
    void a_file_is_called_after_company_questionnaire_and_day() {
        assertThat(saved("Example KK"))
                .isEqualTo("attachment; filename=\"Example-KK-outside-view-2026-11-22-report.pdf\"");
        assertThat(saved(null)).isEqualTo("attachment; filename=\"outside-view-2026-11-22-report.pdf\"");
    }

    @Test
    void a_snapshot_stands_in_the_place_of_the_day() {
        FileName name = FileName.of("Example KK", "outside-view", "2026-autumn", DAY, "data.xlsx");

        assertThat(name.name()).isEqualTo("Example-KK-outside-view-2026-autumn-data.xlsx");
        assertThat(name.shown(Answer.empty(200)).headers())
                .containsEntry("Content-Disposition", "inline; filename=\"" + name.name() + "\"");
    }

    @Test
    void a_japanese_name_is_told_in_full_and_to_old_programs_in_ascii() {
        String header = saved("株式会社トヨタ商事");
        String[] parts = header.split("; ");

        assertThat(parts[1]).isEqualTo("filename=\"outside-view-2026-11-22-report.pdf\"");
        assertThat(parts[2]).startsWith("filename*=UTF-8''%E6%A0%AA");
        assertThat(URLDecoder.decode(parts[2].substring("filename*=UTF-8''".length()), StandardCharsets.UTF_8))
                .isEqualTo("株式会社トヨタ商事-outside-view-2026-11-22-report.pdf");
    }

    @Test
    void nothing_that_is_written_ends_the_header_or_leads_elsewhere() {
        List<String> harmful = List.of(
                "a\"; filename=\"b.exe",
                "a\r\nSet-Cookie: x=1",
                "../../etc/passwd",
                "a\u202Efdp.exe",
                "C:\\x",
                "a;b=c%0d%0a",
                "\u0000",
                "\"",
                "🦊🦊");

        for (String company : harmful) {
            assertThat(saved(company))
                    .as(company)
                    .matches("attachment; filename=\"[A-Za-z0-9._-]+\"(; filename\\*=UTF-8''[A-Za-z0-9._%-]+)?")
                    .doesNotContain("..", "/", "%0", "%2F", "%5C")
                    .contains("outside-view-2026-11-22-report.pdf\"");
        }
    }

    @Test
    void a_long_name_is_cut_between_characters() {
        assertThat(FileName.bare("𠮟".repeat(100))).isEqualTo("𠮟".repeat(60));
        assertThat(FileName.bare(" - ")).isEmpty();
    }
}
