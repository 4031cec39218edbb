CREATE TABLE access_failure (
  id       BIGINT      NOT NULL AUTO_INCREMENT,
  key_hash CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  at       DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  KEY access_failure_of (key_hash, at)
) ENGINE = InnoDB;
