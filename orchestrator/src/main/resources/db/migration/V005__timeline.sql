-- A reading, not a copy: an erased body is gone here too.
CREATE VIEW timeline AS
SELECT e.position, e.incident, e.recorded_at, e.stream, e.seq, e.type, e.version,
       e.actor_kind, e.actor, e.deputy_of, b.body
FROM journal_entry e
LEFT JOIN journal_body b ON b.stream = e.stream AND b.seq = e.seq;
