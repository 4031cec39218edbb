-- A reading of the journal: one line per outage of a line or a service.
CREATE TABLE outage (
  stream     VARCHAR(101) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  seq        BIGINT       NOT NULL,
  kind       VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject    VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  incident   VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  began_at   DATETIME(6)  NOT NULL,
  ended_at   DATETIME(6)  NULL,
  declaration_limit_at DATETIME(6) NULL,
  rto_at     DATETIME(6)  NULL,
  mtpd_at    DATETIME(6)  NULL,
  PRIMARY KEY (stream, seq),
  KEY outage_case (incident, began_at),
  KEY outage_running (ended_at)
) ENGINE = InnoDB;
