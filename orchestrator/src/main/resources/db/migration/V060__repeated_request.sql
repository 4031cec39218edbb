-- What was answered to a request with this key, so that sending it again does nothing again. No answer: under way.
CREATE TABLE repeated_request (
  caller      VARCHAR(90)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  request_key VARCHAR(190) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  asked       BINARY(32)   NOT NULL,
  begun_at    DATETIME(6)  NOT NULL,
  status      SMALLINT     NULL,
  location    VARCHAR(300) CHARACTER SET ascii COLLATE ascii_bin NULL,
  body        MEDIUMTEXT   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
  PRIMARY KEY (caller, request_key),
  KEY repeated_request_age (begun_at)
) ENGINE = InnoDB;
