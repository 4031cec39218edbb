-- What is remembered of each line between two looks, so that a restart forgets nothing (I4).
CREATE TABLE line_watch (
  uplink     VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  state      TEXT        CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version    BIGINT      NOT NULL,
  changed_at DATETIME(6) NOT NULL
) ENGINE = InnoDB;
