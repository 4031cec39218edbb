-- A reading of the journal: one line per work order.
CREATE TABLE dispatch_order (
  order_key       VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  incident        VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  mode            VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  vendor          VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  circuit         VARCHAR(80)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  stage           VARCHAR(14)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  placed_at       DATETIME(6)  NOT NULL,
  reply_by        DATETIME(6)  NOT NULL,
  acknowledged_at DATETIME(6)  NULL,
  eta             DATETIME(6)  NULL,
  arrived_at      DATETIME(6)  NULL,
  fixed_at        DATETIME(6)  NULL,
  answered_all    BOOLEAN      NOT NULL,
  called          BOOLEAN      NOT NULL,
  due_at          DATETIME(6)  NULL,
  KEY dispatch_order_due (due_at),
  KEY dispatch_order_case (incident, placed_at)
) ENGINE = InnoDB;
