-- Cookies that API keys were traded for. What is kept for the holder of a key is sealed with the key, which no cookie gives
-- away: the seal lies here, closed with the cookie.
CREATE TABLE key_session (
    tenant_id TEXT NOT NULL,
    hash TEXT NOT NULL PRIMARY KEY,
    key_id TEXT NOT NULL,
    seal TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    used_ms INTEGER NOT NULL,
    expires_ms INTEGER NOT NULL,
    FOREIGN KEY (tenant_id, key_id) REFERENCES api_key (tenant_id, id)
) STRICT;

CREATE INDEX key_session_of ON key_session (tenant_id, key_id);
