-- The list of runs, newest first.
ALTER TABLE run ADD KEY IF NOT EXISTS run_began (began_at);
