-- Which kinds of entries the journal holds, so that a release can refuse what it does not know (E3).
CREATE TABLE journal_type (
  type    VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version SMALLINT    NOT NULL,
  PRIMARY KEY (type, version)
) ENGINE = InnoDB;
