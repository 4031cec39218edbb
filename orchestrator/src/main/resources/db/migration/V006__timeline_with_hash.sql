-- The reading also says each entry's hash, so that a page can show it.
CREATE OR REPLACE VIEW timeline AS
SELECT e.position, e.incident, e.recorded_at, e.stream, e.seq, e.type, e.version,
       e.actor_kind, e.actor, e.deputy_of, e.hash, b.body
FROM journal_entry e
JOIN journal_body b ON b.stream = e.stream AND b.seq = e.seq;
