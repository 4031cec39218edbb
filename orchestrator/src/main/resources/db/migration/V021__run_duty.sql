-- Runs that have not ended: who works on them, and when time alone changes something.
CREATE TABLE run_duty (
  run      VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  incident VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  owner    VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  due_at   DATETIME(6) NULL,
  KEY run_duty_owner (owner, due_at)
) ENGINE = InnoDB;
