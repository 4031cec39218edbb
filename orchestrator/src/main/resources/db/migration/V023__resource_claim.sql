-- Which run holds which resource; the key makes runs take turns (R6).
CREATE TABLE resource_claim (
  resource VARCHAR(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
  run      VARCHAR(80)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  since    DATETIME(6)  NOT NULL,
  KEY resource_claim_run (run)
) ENGINE = InnoDB;
