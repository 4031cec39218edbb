package tw.xuhang.integration.mail;

import java.util.concurrent.atomic.AtomicReference;

/**
 * How far one letter has come. A mail server is bound to a letter from the moment it sees the final dot;
 * whoever gives up before that moment makes sure that it never comes.
 */
final class Crossing {

    /** Where the letter is. */
    enum Point {
        /** The server may have read it, but is not bound to it. */
        BEFORE,
        /** The final dot is on its way; the server may be bound. */
        IN_DOUBT,
        /** The server said that it took the letter. */
        OVER,
        /** Given up before the final dot. */
        CALLED_OFF
    }

    private final AtomicReference<Point> point = new AtomicReference<>(Point.BEFORE);

    /** Whether the final dot may be sent. */
    boolean go() {
        return point.compareAndSet(Point.BEFORE, Point.IN_DOUBT);
    }

    void arrived() {
        point.set(Point.OVER);
    }

    /** Gives up if that is still possible, and tells where the letter is then. */
    Point callOff() {
        return point.compareAndSet(Point.BEFORE, Point.CALLED_OFF) ? Point.CALLED_OFF : point.get();
    }
}
