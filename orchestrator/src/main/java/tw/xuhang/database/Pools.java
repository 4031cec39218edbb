package tw.xuhang.database;

import javax.sql.DataSource;

/**
 * The connections of the service, plain ones that know no ambient transaction.
 *
 * @param work commits by hand: the journal, the engine, intake
 * @param people few, commits by hand, kept free for consent and tasks so that a storm cannot starve them (O2)
 * @param reading commits by itself: queries, heartbeats, the agenda (db-scheduler), none of which shares a transaction with facts
 */
public record Pools(DataSource work, DataSource people, DataSource reading) {}
