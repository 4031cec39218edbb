-- The list of cases, newest first, whatever their phase.
ALTER TABLE incident ADD KEY IF NOT EXISTS incident_opened (opened_at);
