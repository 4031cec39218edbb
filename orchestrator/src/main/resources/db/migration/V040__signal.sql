-- One row per event at its source (I2). claimed_until is empty once the signal is disposed of. Times are UTC.
CREATE TABLE signal_received (
  id            BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  source        VARCHAR(80)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  key_hash      BINARY(32)   NOT NULL,
  event_key     TEXT         CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  kind          VARCHAR(80)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  phase         VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject       VARCHAR(190) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  status        VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  occurred_at   DATETIME(6)  NOT NULL,
  received_at   DATETIME(6)  NOT NULL,
  title         TEXT         CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  attributes    MEDIUMTEXT   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  original_hash BINARY(32)   NULL,
  repeats       INT          NOT NULL DEFAULT 0,
  last_at       DATETIME(6)  NOT NULL,
  claimed_by    VARCHAR(190) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  claimed_until DATETIME(6)  NULL,
  UNIQUE KEY signal_received_event (source, key_hash),
  KEY signal_received_waiting (claimed_until, id)
) ENGINE = InnoDB;
