package org.moatmark.core.interop;

/** The files of a case library. */
enum CaseFile {
    /** The companies. */
    COMPANIES(
            "companies.csv",
            true,
            CsvHeader.of(
                    "case_id",
                    "company",
                    "country",
                    "region",
                    "industry",
                    "size_class",
                    "founded",
                    "sector",
                    "market",
                    "as_of")),
    /** Facts about them. */
    FACTS(
            "facts.csv",
            true,
            CsvHeader.of("fact_id", "case_id", "theme", "period", "fact", "source_title", "source_url")
                    .withLinesIn("fact")),
    /** Facts about groups of companies. */
    CONTEXT_FACTS("context-facts.csv", false, FACTS.header),
    /** What raters made of each item for each company. */
    RATINGS(
            "ratings.csv",
            true,
            CsvHeader.of("case_id", "rater", "item", "rating", "confidence", "basis", "reason")
                    .withLinesIn("reason")),
    /** Published figures from outside. */
    REFERENCE_POINTS(
            "reference-points.csv",
            false,
            CsvHeader.of(
                            "key",
                            "measure",
                            "value",
                            "unit",
                            "period",
                            "population",
                            "n",
                            "source",
                            "definition",
                            "node",
                            "verification")
                    .withLinesIn("definition")),
    /** What countries, regions, sectors and so on are called. */
    WORDS("words.csv", false, CsvHeader.of("kind", "word", "en", "ja", "region"));

    final String fileName;
    final boolean required;
    final CsvHeader header;

    CaseFile(String fileName, boolean required, CsvHeader header) {
        this.fileName = fileName;
        this.required = required;
        this.header = header;
    }

    CsvPlace place() {
        return CsvPlace.file(ordinal(), fileName);
    }
}
