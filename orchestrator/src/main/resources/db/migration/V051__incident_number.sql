-- The last number given in each year.
CREATE TABLE incident_number (
  year INT    NOT NULL PRIMARY KEY,
  last BIGINT NOT NULL
) ENGINE = InnoDB;
