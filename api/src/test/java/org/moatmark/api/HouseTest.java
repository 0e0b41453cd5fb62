package org.moatmark.api;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import spark.Request;

/** The law of the house for api: a room knows the rooms below it, its own third parties, and nothing else. */
class HouseTest {

    private static final JavaClasses API = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.moatmark.api");

    private static final DescribedPredicate<JavaClass> ARRAYS_AND_PRIMITIVES = DescribedPredicate.describe(
            "are arrays or primitives",
            one -> one.isPrimitive() || one.isArray() || one.getPackageName().isEmpty());

    private static final List<String> FREE =
            List.of("java..", "org.jspecify.annotations..", "org.slf4j..", "org.moatmark.core..");

    @Test
    void the_store_knows_databases_and_no_other_room() {
        only(
                "org.moatmark.api.store..",
                "javax.sql..",
                "org.jooq..",
                "org.sqlite..",
                "org.postgresql..",
                "com.zaxxer.hikari..",
                "com.github.f4b6a3.uuid..");
    }

    @Test
    void exports_know_the_core_and_libraries_of_pdf_and_slides_and_no_other_room() {
        only(
                "org.moatmark.api.export..",
                "com.openhtmltopdf..",
                "org.apache.pdfbox..",
                "org.apache.fontbox..",
                "org.apache.poi..",
                "org.apache.xmlbeans..",
                "org.openxmlformats.schemas..",
                "javax.xml.parsers..",
                "org.xml.sax..",
                "org.w3c.dom..");
    }

    @Test
    void the_service_knows_the_values_of_the_store_and_no_library() {
        only("org.moatmark.api.service..", "javax.crypto..", "org.moatmark.api.store");
    }

    @Test
    void http_knows_spark_and_jetty_and_the_rooms_below() {
        only(
                "org.moatmark.api.http..",
                "javax.crypto..",
                "javax.servlet..",
                "spark..",
                "org.eclipse.jetty..",
                "com.google.gson..",
                "org.moatmark.api.export",
                "org.moatmark.api.service",
                "org.moatmark.api.store");
    }

    @Test
    void the_door_knows_the_rooms_and_of_libraries_only_the_log() {
        only(
                "org.moatmark.api",
                "org.moatmark.api.export",
                "org.moatmark.api.http",
                "org.moatmark.api.service",
                "org.moatmark.api.store",
                "ch.qos.logback..");
    }

    /** Everything that a room uses is its own, free to all, or named here. */
    private static void only(String room, String... more) {
        String[] allowed = Stream.of(FREE.stream(), Stream.of(room), Arrays.stream(more))
                .flatMap(names -> names)
                .toArray(String[]::new);
        classes()
                .that()
                .resideInAPackage(room)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed).or(ARRAYS_AND_PRIMITIVES))
                .check(API);
    }

    @Test
    void only_the_store_speaks_sql() {
        noClasses()
                .that(not(resideInAnyPackage("org.moatmark.api.store..")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.jooq..", "org.moatmark.api.store.db..")
                .check(API);
    }

    @Test
    void bodies_are_read_by_us_with_a_limit() {
        noClasses()
                .should()
                .callMethod(Request.class, "body")
                .orShould()
                .callMethod(Request.class, "bodyAsBytes")
                .check(API);
    }

    @Test
    void every_server_is_one_of_its_own() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("spark.Spark")
                .check(API);
    }

    @Test
    void time_comes_from_an_injected_clock() {
        noClasses()
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .check(API);
    }

    @Test
    void every_room_says_what_it_is_for_and_marks_its_nulls() throws ClassNotFoundException {
        for (String room : List.of("", ".store", ".service", ".http")) {
            Class<?> info = Class.forName("org.moatmark.api" + room + ".package-info");
            assertThat(info.isAnnotationPresent(NullMarked.class))
                    .as(info.getName())
                    .isTrue();
        }
    }
}
