-- When time alone changes a run is kept in the agenda.
ALTER TABLE run_duty DROP KEY run_duty_owner, DROP COLUMN due_at, ADD KEY run_duty_owner (owner);
