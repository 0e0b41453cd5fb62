-- Every integer is 64 bits wide, every time is epoch milliseconds UTC, every id is a UUIDv7 made by the program.
-- Every row names its tenant, and every reference between rows carries the tenant along.

CREATE TABLE tenant (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    created_ms INTEGER NOT NULL
) STRICT;

-- Keys of the program itself, such as the one that signs cursors.
CREATE TABLE secret (
    name TEXT NOT NULL PRIMARY KEY,
    secret_value TEXT NOT NULL,
    created_ms INTEGER NOT NULL
) STRICT;

-- Written and read back by the readiness probe.
CREATE TABLE probe (
    id INTEGER NOT NULL PRIMARY KEY,
    at_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE api_key (
    tenant_id TEXT NOT NULL REFERENCES tenant (id),
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    scope TEXT NOT NULL CHECK (scope IN ('owner', 'analyst', 'instructor', 'reader')),
    label TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE,
    last_four TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    created_by TEXT,
    expires_ms INTEGER,
    revoked_ms INTEGER,
    last_used_ms INTEGER,
    PRIMARY KEY (tenant_id, id)
) STRICT;

CREATE TABLE company (
    tenant_id TEXT NOT NULL REFERENCES tenant (id),
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    name TEXT NOT NULL,
    country TEXT,
    region TEXT,
    sector TEXT,
    size TEXT,
    market TEXT,
    created_ms INTEGER NOT NULL,
    changed_ms INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, id)
) STRICT;

CREATE TABLE assessment (
    tenant_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    company_id TEXT NOT NULL,
    name TEXT NOT NULL,
    form TEXT NOT NULL CHECK (form IN ('full', 'core')),
    status TEXT NOT NULL CHECK (status IN ('draft', 'open', 'closed')),
    created_ms INTEGER NOT NULL,
    changed_ms INTEGER NOT NULL,
    opened_ms INTEGER,
    closed_ms INTEGER,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, company_id) REFERENCES company (tenant_id, id)
) STRICT;

CREATE TABLE assessment_questionnaire (
    tenant_id TEXT NOT NULL,
    assessment_id TEXT NOT NULL,
    questionnaire_id TEXT NOT NULL,
    questionnaire_version TEXT NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, assessment_id, questionnaire_id),
    FOREIGN KEY (tenant_id, assessment_id) REFERENCES assessment (tenant_id, id)
) STRICT;

CREATE TABLE seat (
    tenant_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    assessment_id TEXT NOT NULL,
    label TEXT NOT NULL,
    department TEXT,
    role TEXT,
    unit TEXT,
    token_hash TEXT NOT NULL UNIQUE,
    status TEXT NOT NULL CHECK (status IN ('open', 'submitted')),
    created_ms INTEGER NOT NULL,
    changed_ms INTEGER NOT NULL,
    handed_over_ms INTEGER,
    submitted_ms INTEGER,
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, assessment_id, label),
    FOREIGN KEY (tenant_id, assessment_id) REFERENCES assessment (tenant_id, id)
) STRICT;

-- The informant kinds of a seat on one questionnaire, the first of which decides its side.
CREATE TABLE seat_informant (
    tenant_id TEXT NOT NULL,
    seat_id TEXT NOT NULL,
    questionnaire_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    informant TEXT NOT NULL,
    PRIMARY KEY (tenant_id, seat_id, questionnaire_id, position),
    FOREIGN KEY (tenant_id, seat_id) REFERENCES seat (tenant_id, id)
) STRICT;

-- Cookies that seat links were traded for.
CREATE TABLE seat_session (
    tenant_id TEXT NOT NULL,
    hash TEXT NOT NULL PRIMARY KEY,
    seat_id TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    expires_ms INTEGER NOT NULL,
    FOREIGN KEY (tenant_id, seat_id) REFERENCES seat (tenant_id, id)
) STRICT;

-- One row per seat and questionnaire; its version is what an ETag of the answers names.
CREATE TABLE draft (
    tenant_id TEXT NOT NULL,
    seat_id TEXT NOT NULL,
    questionnaire_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    changed_ms INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, seat_id, questionnaire_id),
    FOREIGN KEY (tenant_id, seat_id) REFERENCES seat (tenant_id, id)
) STRICT;

-- What was answered, as given: one JSON value per item.
CREATE TABLE answer (
    tenant_id TEXT NOT NULL,
    seat_id TEXT NOT NULL,
    questionnaire_id TEXT NOT NULL,
    item_key TEXT NOT NULL,
    given TEXT NOT NULL,
    changed_ms INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, seat_id, questionnaire_id, item_key),
    FOREIGN KEY (tenant_id, seat_id, questionnaire_id) REFERENCES draft (tenant_id, seat_id, questionnaire_id)
) STRICT;

-- Answers of the program to requests with an Idempotency-Key, kept for a day.
CREATE TABLE replay (
    tenant_id TEXT NOT NULL REFERENCES tenant (id),
    credential TEXT NOT NULL,
    operation TEXT NOT NULL,
    idempotency_key TEXT NOT NULL,
    body_hash TEXT NOT NULL,
    status INTEGER NOT NULL,
    headers TEXT NOT NULL,
    body TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, credential, operation, idempotency_key)
) STRICT;

CREATE INDEX replay_age ON replay (created_ms);

-- What was done, by whom and why; rows are only ever added.
CREATE TABLE history (
    tenant_id TEXT NOT NULL REFERENCES tenant (id),
    id TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    actor TEXT NOT NULL,
    deed TEXT NOT NULL,
    subject TEXT NOT NULL,
    reason TEXT,
    PRIMARY KEY (tenant_id, id)
) STRICT;

CREATE INDEX history_of ON history (tenant_id, subject, id);
