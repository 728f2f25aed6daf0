CREATE TABLE intake_part (
    intake text NOT NULL,
    place bigint NOT NULL,
    body bytea NOT NULL,
    PRIMARY KEY (intake, place)
);
