CREATE TABLE api_token (
  hash       CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name       VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  scopes     VARCHAR(600) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  made_by    VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  made_at    DATETIME(6)  NOT NULL,
  expires_at DATETIME(6)  NOT NULL,
  PRIMARY KEY (hash),
  UNIQUE KEY api_token_name (name)
) ENGINE = InnoDB;
