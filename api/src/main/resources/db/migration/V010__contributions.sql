-- Which assessments an owner gives to the yearly release of contributed results, and since when; no time where it was
-- taken back.
CREATE TABLE contribution (
    tenant_id TEXT NOT NULL,
    assessment_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    agreed_ms INTEGER,
    PRIMARY KEY (tenant_id, assessment_id),
    FOREIGN KEY (tenant_id, assessment_id) REFERENCES assessment (tenant_id, id)
) STRICT;

-- The yearly releases. They belong to no tenant and name none: the document is what everybody reads, the ledger has who is
-- behind each number under names that nobody makes without a secret of the program; it is needed to look after the next one.
CREATE TABLE contributed_release (
    questionnaire_id TEXT NOT NULL,
    release_year INTEGER NOT NULL,
    made_ms INTEGER NOT NULL,
    document TEXT NOT NULL,
    ledger TEXT NOT NULL,
    PRIMARY KEY (questionnaire_id, release_year)
) STRICT;
