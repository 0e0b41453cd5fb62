-- Cookies that links which show a snapshot were traded for: only the hash of each, and each ends with its link.
CREATE TABLE share_session (
    tenant_id TEXT NOT NULL,
    hash TEXT NOT NULL PRIMARY KEY,
    share_id TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    expires_ms INTEGER NOT NULL,
    FOREIGN KEY (tenant_id, share_id) REFERENCES share (tenant_id, id)
) STRICT;

CREATE INDEX share_session_of ON share_session (tenant_id, share_id, created_ms);
