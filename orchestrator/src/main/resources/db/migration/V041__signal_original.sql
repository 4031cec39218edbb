-- Deliveries as they came, each once; several signals may come from one.
CREATE TABLE signal_original (
  hash       BINARY(32)   NOT NULL PRIMARY KEY,
  media_type VARCHAR(190) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  body       MEDIUMBLOB   NOT NULL,
  kept_at    DATETIME(6)  NOT NULL
) ENGINE = InnoDB;
