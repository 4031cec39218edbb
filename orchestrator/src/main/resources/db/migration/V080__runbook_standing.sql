-- A reading of the journal: which version of each runbook is in force, and which was seen last (P-30).
CREATE TABLE runbook_standing (
  runbook  VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  in_force CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NULL,
  basis    VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NULL,
  newest   CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL
) ENGINE = InnoDB;
