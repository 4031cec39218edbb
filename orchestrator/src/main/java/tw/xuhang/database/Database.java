package tw.xuhang.database;

/** A database that the service works on. */
public interface Database extends AutoCloseable {

    /**
     * Waits until it answers.
     *
     * @throws DatabaseFailed it did not in the time given to it
     */
    Address address();

    /** Stops it where it is ours to stop. */
    @Override
    void close();
}
