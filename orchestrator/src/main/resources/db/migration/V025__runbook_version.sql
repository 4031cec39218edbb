-- The text of every version that was ever on the shelf: a run keeps the one it began with (R5).
CREATE TABLE runbook_version (
  version  CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  runbook  VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  source   MEDIUMTEXT  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  kept_at  DATETIME(6) NOT NULL
) ENGINE = InnoDB;
