-- What was frozen of an assessment under a name: when, by whom, and in which state it was. The seats that had answered are
-- named by id, so that what one of them said can be found in the sheets and taken out again. A snapshot that was withdrawn
-- keeps its name and has no sheets any more.
CREATE TABLE snapshot (
    tenant_id TEXT NOT NULL,
    id TEXT NOT NULL,
    assessment_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    name TEXT NOT NULL,
    title TEXT,
    status TEXT NOT NULL CHECK (status IN ('open', 'closed')),
    release_number INTEGER,
    seats TEXT NOT NULL,
    erased_seats INTEGER NOT NULL,
    created_ms INTEGER NOT NULL,
    created_by TEXT NOT NULL,
    changed_ms INTEGER NOT NULL,
    withdrawn_ms INTEGER,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, assessment_id, name),
    FOREIGN KEY (tenant_id, assessment_id) REFERENCES assessment (tenant_id, id)
) STRICT;

-- What was frozen of each questionnaire: the answers as a wave (of a confidential assessment the statements of offices,
-- and the crowds), and the document that was made of them then, which is what is shown ever after. It is missing after
-- answers were taken out, until it is read again.
CREATE TABLE snapshot_sheet (
    tenant_id TEXT NOT NULL,
    snapshot_id TEXT NOT NULL,
    questionnaire_id TEXT NOT NULL,
    questionnaire_version TEXT NOT NULL,
    method_hash TEXT NOT NULL,
    position INTEGER NOT NULL,
    wave TEXT NOT NULL,
    crowds TEXT,
    result TEXT,
    peers TEXT,
    PRIMARY KEY (tenant_id, snapshot_id, questionnaire_id),
    FOREIGN KEY (tenant_id, snapshot_id) REFERENCES snapshot (tenant_id, id)
) STRICT;
