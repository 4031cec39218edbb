package tw.xuhang.integration.route;

import static java.util.Objects.requireNonNull;

import tw.xuhang.signal.Original;
import tw.xuhang.signal.Signal;

/** A signal with the delivery it was read from, on its way to the inbox. */
record Sign(Signal signal, Original original) {
    Sign {
        requireNonNull(signal, "signal is null");
        requireNonNull(original, "original is null");
    }
}
