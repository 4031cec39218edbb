-- A reading of the journal: one line per case. open_subject keeps one open case per subject.
CREATE TABLE incident (
  number       VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  kind         VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject      VARCHAR(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  title        VARCHAR(300) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  mode         VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  phase        VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  began_at     DATETIME(6)  NOT NULL,
  opened_at    DATETIME(6)  NOT NULL,
  open_subject VARCHAR(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  UNIQUE KEY incident_open_subject (open_subject),
  KEY incident_phase (phase, opened_at)
) ENGINE = InnoDB;
