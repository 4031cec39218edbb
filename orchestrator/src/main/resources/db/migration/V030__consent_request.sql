-- A reading of the journal: one line per request for consent.
CREATE TABLE consent_request (
  request_key  VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  incident     VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  act          VARCHAR(12)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  mode         VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  phase        VARCHAR(14)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version      INT          NOT NULL,
  awaits_ratification BOOLEAN NOT NULL,
  opened_at    DATETIME(6)  NOT NULL,
  requested_by VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  requested_at DATETIME(6)  NULL,
  decided_by   VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  decided_at   DATETIME(6)  NULL,
  closed_at    DATETIME(6)  NULL,
  KEY consent_request_phase (phase),
  KEY consent_request_case (incident, opened_at)
) ENGINE = InnoDB;
