-- Append-only. position is the order of arrival; within a stream seq alone counts. Times are UTC.
CREATE TABLE journal_entry (
  position    BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  stream      VARCHAR(104) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  seq         BIGINT       NOT NULL,
  form        SMALLINT     NOT NULL,
  incident    VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  type        VARCHAR(80)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version     SMALLINT     NOT NULL,
  recorded_at DATETIME(6)  NOT NULL,
  actor_kind  VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  actor       VARCHAR(190) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  deputy_of   VARCHAR(80)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  prev_hash   BINARY(32)   NOT NULL,
  hash        BINARY(32)   NOT NULL,
  body_hash   BINARY(32)   NOT NULL,
  UNIQUE KEY journal_entry_place (stream, seq),
  KEY journal_entry_case (incident, recorded_at, stream, seq)
) ENGINE = InnoDB;
