-- Services that work on this database. A node whose heart has not beaten for long is gone.
CREATE TABLE node (
  id           VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  started_at   DATETIME(6) NOT NULL,
  heartbeat_at DATETIME(6) NOT NULL
) ENGINE = InnoDB;
