-- Ratings of invented companies, beside the answers: one point of the item's scale per vignette.
CREATE TABLE vignette_rating (
    tenant_id TEXT NOT NULL,
    seat_id TEXT NOT NULL,
    questionnaire_id TEXT NOT NULL,
    vignette_key TEXT NOT NULL,
    rating INTEGER NOT NULL,
    changed_ms INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, seat_id, questionnaire_id, vignette_key),
    FOREIGN KEY (tenant_id, seat_id, questionnaire_id) REFERENCES draft (tenant_id, seat_id, questionnaire_id)
) STRICT;
