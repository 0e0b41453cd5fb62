-- On what terms the seats of an assessment answer; without a row everybody is named. The offices are laid down when the
-- assessment is opened or first answered, as JSON: informant kinds by questionnaire.
CREATE TABLE secrecy_terms (
    tenant_id TEXT NOT NULL,
    assessment_id TEXT NOT NULL,
    mode TEXT NOT NULL CHECK (mode IN ('attributed', 'confidential', 'classroom')),
    k INTEGER NOT NULL,
    departments INTEGER NOT NULL,
    successor_sees INTEGER NOT NULL,
    offices TEXT,
    PRIMARY KEY (tenant_id, assessment_id),
    FOREIGN KEY (tenant_id, assessment_id) REFERENCES assessment (tenant_id, id)
) STRICT;

-- The latest release of a confidential assessment: its number, the closing after which it was made, and as JSON the
-- state of every seat that was counted.
CREATE TABLE publication (
    tenant_id TEXT NOT NULL,
    assessment_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    made_ms INTEGER NOT NULL,
    closed_ms INTEGER,
    seats TEXT NOT NULL,
    PRIMARY KEY (tenant_id, assessment_id),
    FOREIGN KEY (tenant_id, assessment_id) REFERENCES assessment (tenant_id, id)
) STRICT;

-- What it is made from: the statements of offices as a wave, and the crowds of all releases so far.
CREATE TABLE publication_sheet (
    tenant_id TEXT NOT NULL,
    assessment_id TEXT NOT NULL,
    questionnaire_id TEXT NOT NULL,
    statements TEXT NOT NULL,
    crowds TEXT NOT NULL,
    PRIMARY KEY (tenant_id, assessment_id, questionnaire_id),
    FOREIGN KEY (tenant_id, assessment_id) REFERENCES publication (tenant_id, assessment_id)
) STRICT;

-- The version of the draft with which an answer became what it is, and the version up to which answers are those of a
-- predecessor that the holder of the seat does not see; 0 where there is none.
ALTER TABLE answer ADD COLUMN edition INTEGER NOT NULL DEFAULT 0;

ALTER TABLE draft ADD COLUMN hidden INTEGER NOT NULL DEFAULT 0;
