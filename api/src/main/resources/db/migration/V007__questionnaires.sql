-- Questionnaires that tenants published beside those that are shipped; rows are only ever added.
CREATE TABLE questionnaire (
    tenant_id TEXT NOT NULL REFERENCES tenant (id),
    questionnaire_id TEXT NOT NULL,
    questionnaire_version TEXT NOT NULL,
    method_hash TEXT NOT NULL,
    document TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    created_by TEXT NOT NULL,
    PRIMARY KEY (tenant_id, questionnaire_id, questionnaire_version)
) STRICT;
