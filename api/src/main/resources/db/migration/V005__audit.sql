-- How often within an hour the same was done by the same caller to the same thing, where that is more than once: results
-- that were read, things that were refused. The line itself stands in the history and never changes.
CREATE TABLE history_tally (
    tenant_id TEXT NOT NULL,
    line_id TEXT NOT NULL,
    times INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, line_id),
    FOREIGN KEY (tenant_id, line_id) REFERENCES history (tenant_id, id)
) STRICT;
