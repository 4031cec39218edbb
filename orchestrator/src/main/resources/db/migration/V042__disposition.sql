-- Read model of the streams signal/*: exactly one row per disposed signal.
CREATE TABLE disposition (
  signal_id   BIGINT      NOT NULL PRIMARY KEY,
  outcome     VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  incident    VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  code        VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  args        TEXT        CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  disposed_at DATETIME(6) NOT NULL,
  KEY disposition_case (incident, signal_id)
) ENGINE = InnoDB;
