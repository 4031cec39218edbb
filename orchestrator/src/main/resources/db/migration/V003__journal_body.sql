-- Apart from the entry, so that it can be erased while the chain stays whole (E1).
CREATE TABLE journal_body (
  stream VARCHAR(104) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  seq    BIGINT       NOT NULL,
  salt   BINARY(16)   NOT NULL,
  body   LONGTEXT     CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  PRIMARY KEY (stream, seq)
) ENGINE = InnoDB;
