CREATE TABLE account_session (
  hash          CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  account       VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  complete      BOOLEAN      NOT NULL,
  started_at    DATETIME(6)  NOT NULL,
  seen_at       DATETIME(6)  NOT NULL,
  stepped_up_at DATETIME(6)  NOT NULL,
  PRIMARY KEY (hash),
  KEY account_session_of (account)
) ENGINE = InnoDB;
