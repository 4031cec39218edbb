-- When what is to be looked at: the table of db-scheduler, whose names these are.
CREATE TABLE agenda (
  task_name            VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  task_instance        VARCHAR(150) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  task_data            BLOB         NULL,
  execution_time       DATETIME(6)  NOT NULL,
  picked               BOOLEAN      NOT NULL,
  picked_by            VARCHAR(80)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  last_success         DATETIME(6)  NULL,
  last_failure         DATETIME(6)  NULL,
  consecutive_failures INT          NULL,
  last_heartbeat       DATETIME(6)  NULL,
  version              BIGINT       NOT NULL,
  PRIMARY KEY (task_name, task_instance),
  KEY agenda_due (execution_time),
  KEY agenda_heartbeat (last_heartbeat)
) ENGINE = InnoDB;
