-- A drill that is open about a line must not take in the signals of the line's real outage.
UPDATE incident SET open_subject = NULL WHERE mode <> 'LIVE';
