-- The log of automatic steps, line by line as it was written.
CREATE TABLE step_log (
  run     VARCHAR(80)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  attempt BIGINT       NOT NULL,
  counter BIGINT       NOT NULL,
  step    VARCHAR(80)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  level   VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  host    VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  task    VARCHAR(300) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  line    TEXT         CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  at      DATETIME(6)  NOT NULL,
  PRIMARY KEY (run, attempt, counter)
) ENGINE = InnoDB;
