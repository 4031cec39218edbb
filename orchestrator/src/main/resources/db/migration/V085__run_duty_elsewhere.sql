-- Up to this entry another node worked on the run: what it had started, this node's home knows nothing of.
ALTER TABLE run_duty ADD COLUMN elsewhere BIGINT NOT NULL DEFAULT 0;
