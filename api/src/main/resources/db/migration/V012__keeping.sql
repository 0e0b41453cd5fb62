-- Exports: who asked for what, which process works on it, and what came of it, in pieces, so that every process can hand it
-- out. Pieces are there for an hour, and no longer than until the next erasure.
CREATE TABLE export_job (
    tenant_id TEXT NOT NULL REFERENCES tenant (id),
    id TEXT NOT NULL,
    key_id TEXT NOT NULL,
    holder_id TEXT NOT NULL,
    assessment_id TEXT,
    format TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('queued', 'running', 'done', 'failed', 'gone')),
    created_ms INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    claimed_by TEXT,
    beat_ms INTEGER,
    finished_ms INTEGER,
    size INTEGER,
    sha256 TEXT,
    PRIMARY KEY (tenant_id, id)
) STRICT;

CREATE TABLE export_piece (
    tenant_id TEXT NOT NULL,
    job_id TEXT NOT NULL,
    number INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (tenant_id, job_id, number),
    FOREIGN KEY (tenant_id, job_id) REFERENCES export_job (tenant_id, id)
) STRICT;

-- Who was erased, for all tenants: of an id only the hash, so that a restored backup brings nobody back. What a restore
-- adds waits until it is erased once more, before anybody is answered.
CREATE TABLE erasure (
    hash TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('seat', 'tenant')),
    at_ms INTEGER NOT NULL,
    actor TEXT NOT NULL,
    waiting INTEGER NOT NULL DEFAULT 0
) STRICT;

-- A tenant that is being erased, for as long as the transaction takes: its history may go with it.
CREATE TABLE tenant_end (
    tenant_id TEXT NOT NULL PRIMARY KEY REFERENCES tenant (id)
) STRICT;

-- When a release was withdrawn at the wish of somebody who was erased; there is no other after it.
ALTER TABLE publication ADD COLUMN withdrawn_ms INTEGER;
