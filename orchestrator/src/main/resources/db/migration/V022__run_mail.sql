-- The mailbox of each run: what people, timers and finished effects told it, until its owner has read it (R2).
CREATE TABLE run_mail (
  id        BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  run       VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  post      TEXT        CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  posted_at DATETIME(6) NOT NULL,
  KEY run_mail_run (run, id)
) ENGINE = InnoDB;
