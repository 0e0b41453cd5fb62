-- Links of seats: when they were handed out, as the owner says, and when the first was opened; both begin anew with a new
-- link. When the seat submitted first stays, also when it is given back for correction.
ALTER TABLE seat ADD COLUMN invited_ms INTEGER;

ALTER TABLE seat ADD COLUMN opened_ms INTEGER;

ALTER TABLE seat ADD COLUMN first_submitted_ms INTEGER;

UPDATE seat SET first_submitted_ms = submitted_ms;

-- When an assessment is planned to close; nothing happens by itself then.
CREATE TABLE planned_close (
    tenant_id TEXT NOT NULL,
    assessment_id TEXT NOT NULL,
    closes_ms INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, assessment_id),
    FOREIGN KEY (tenant_id, assessment_id) REFERENCES assessment (tenant_id, id)
) STRICT;

-- How many of a confidential assessment have submitted, as it is told for a day: JSON with a number for each department
-- and one for all.
CREATE TABLE turnout (
    tenant_id TEXT NOT NULL,
    assessment_id TEXT NOT NULL,
    day_ms INTEGER NOT NULL,
    told TEXT NOT NULL,
    PRIMARY KEY (tenant_id, assessment_id),
    FOREIGN KEY (tenant_id, assessment_id) REFERENCES assessment (tenant_id, id)
) STRICT;

-- What a tenant set for itself; without a row the usual holds. Days are how long something is kept.
CREATE TABLE tenant_setting (
    tenant_id TEXT NOT NULL PRIMARY KEY REFERENCES tenant (id),
    version INTEGER NOT NULL,
    time_zone TEXT NOT NULL,
    draft_days INTEGER NOT NULL,
    link_days INTEGER NOT NULL,
    answer_days INTEGER NOT NULL,
    audit_days INTEGER NOT NULL
) STRICT;
