-- Orders that still wait for somebody, oldest first: asked by the agenda's recount each minute.
ALTER TABLE dispatch_order ADD KEY IF NOT EXISTS dispatch_order_stage (stage, placed_at);
