-- Links that show one snapshot to whoever has them; only the hash of a link is kept.
CREATE TABLE share (
    tenant_id TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    assessment_id TEXT NOT NULL,
    snapshot_id TEXT NOT NULL,
    label TEXT NOT NULL,
    token_hash TEXT NOT NULL UNIQUE,
    last_four TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    created_by TEXT NOT NULL,
    expires_ms INTEGER NOT NULL,
    revoked_ms INTEGER,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, assessment_id) REFERENCES assessment (tenant_id, id),
    FOREIGN KEY (tenant_id, snapshot_id) REFERENCES snapshot (tenant_id, id)
) STRICT;

CREATE INDEX share_of ON share (tenant_id, assessment_id, id);

-- Whether the seats of the assessment see the snapshot with their own links.
ALTER TABLE snapshot ADD COLUMN seats_see INTEGER NOT NULL DEFAULT 0;
