CREATE TABLE access_link (
  hash       CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  kind       VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject    VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  person     VARCHAR(100) CHARACTER SET utf8mb4 NOT NULL,
  made_at    DATETIME(6)  NOT NULL,
  expires_at DATETIME(6)  NOT NULL,
  PRIMARY KEY (hash),
  KEY access_link_of (kind, subject)
) ENGINE = InnoDB;
