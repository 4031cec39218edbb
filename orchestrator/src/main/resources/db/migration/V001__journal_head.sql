-- One row per stream: where it stands, and who may append to it (R2).
CREATE TABLE journal_head (
  stream VARCHAR(104) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  seq    BIGINT       NOT NULL,
  hash   BINARY(32)   NOT NULL,
  epoch  BIGINT       NOT NULL DEFAULT 0,
  owner  VARCHAR(80)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT ''
) ENGINE = InnoDB;
