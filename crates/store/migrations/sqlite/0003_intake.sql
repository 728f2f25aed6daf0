CREATE TABLE intake_part (
    intake text NOT NULL,
    place bigint NOT NULL,
    body blob NOT NULL,
    PRIMARY KEY (intake, place)
);
