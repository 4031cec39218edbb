-- Versions that were at work before versions were published: an upgrade takes no runbook away. Never written again.
CREATE TABLE runbook_earlier (
  version CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY
) ENGINE = InnoDB AS SELECT version FROM runbook_version;
