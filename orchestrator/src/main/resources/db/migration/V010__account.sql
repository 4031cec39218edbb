-- Credentials stand apart from what a page may read of an account: they are columns that no read model takes.
CREATE TABLE account (
  name          VARCHAR(40)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  person        VARCHAR(100)  CHARACTER SET utf8mb4 NOT NULL,
  roles         VARCHAR(300)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  must_change   BOOLEAN       NOT NULL,
  active        BOOLEAN       NOT NULL,
  password_hash VARCHAR(200)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  totp_sealed   VARCHAR(200)  CHARACTER SET ascii COLLATE ascii_bin NULL,
  totp_step     BIGINT        NOT NULL DEFAULT 0,
  PRIMARY KEY (name)
) ENGINE = InnoDB;
