-- The name of a seat as names are compared: what looks alike is one name. Seats that were there before have none yet.
ALTER TABLE seat ADD COLUMN folded TEXT;
CREATE UNIQUE INDEX seat_folded ON seat (tenant_id, assessment_id, folded);
