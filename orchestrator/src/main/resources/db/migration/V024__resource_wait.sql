-- Which run waits for which resource.
CREATE TABLE resource_wait (
  run      VARCHAR(80)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  resource VARCHAR(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  PRIMARY KEY (run, resource),
  KEY resource_wait_resource (resource)
) ENGINE = InnoDB;
