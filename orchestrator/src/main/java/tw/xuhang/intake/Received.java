package tw.xuhang.intake;

import static java.util.Objects.requireNonNull;

import tw.xuhang.signal.Signal;

/**
 * A stored signal.
 *
 * @param id its number here, from 1, in the order of arrival
 */
public record Received(long id, Signal signal) {

    public Received {
        requireNonNull(signal, "signal is null");
    }
}
