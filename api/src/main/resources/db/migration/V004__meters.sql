-- What is left of the limits that all processes on one database count together; of an address or an id only the hash.
CREATE TABLE meter (
    name TEXT NOT NULL,
    whose TEXT NOT NULL,
    left_milli INTEGER NOT NULL,
    at_ms INTEGER NOT NULL,
    PRIMARY KEY (name, whose)
) STRICT;

CREATE INDEX meter_age ON meter (at_ms);
