package tw.xuhang.signal;

/**
 * Where every signal ends up. Returns only when the signal is stored, so that whoever delivered it may be
 * told so (I1).
 */
public interface Inbox {

    /** Stores the signal once, however often it comes (I2). */
    Receipt accept(Signal signal, Original original);

    default Receipt accept(Signal signal) {
        return accept(signal, Original.NONE);
    }
}
