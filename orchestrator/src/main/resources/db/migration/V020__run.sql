-- A reading of the journal: which runs there are and how they ended.
CREATE TABLE run (
  run      VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  incident VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  runbook  VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version  CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  mode     VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  began_at DATETIME(6) NOT NULL,
  ending   VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ended_at DATETIME(6) NULL,
  KEY run_of_case (incident)
) ENGINE = InnoDB;
