-- Who holds a key: the id of the first key of the same holder, which every later one of a rotation carries too.
ALTER TABLE api_key ADD COLUMN holder_id TEXT NOT NULL DEFAULT '';

UPDATE api_key SET holder_id = id;

-- Which holders act on which assessments.
CREATE TABLE assessment_grant (
    tenant_id TEXT NOT NULL,
    assessment_id TEXT NOT NULL,
    holder_id TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, assessment_id, holder_id),
    FOREIGN KEY (tenant_id, assessment_id) REFERENCES assessment (tenant_id, id),
    FOREIGN KEY (tenant_id, holder_id) REFERENCES api_key (tenant_id, id)
) STRICT;

CREATE INDEX assessment_grant_of ON assessment_grant (tenant_id, holder_id, assessment_id);
