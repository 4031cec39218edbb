-- A reading of the journal: one line per task.
CREATE TABLE task (
  id        VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  incident  VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  role      VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  title_zh  VARCHAR(300) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  title_en  VARCHAR(300) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  state     VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  opened_at DATETIME(6)  NOT NULL,
  due_at    DATETIME(6)  NULL,
  run       VARCHAR(80)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  step      VARCHAR(80)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  attempt_stream VARCHAR(104) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  attempt   BIGINT       NOT NULL,
  KEY task_open (state, due_at),
  KEY task_case (incident)
) ENGINE = InnoDB;
