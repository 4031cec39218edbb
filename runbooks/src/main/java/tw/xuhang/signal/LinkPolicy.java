package tw.xuhang.signal;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * When a line counts as down, and how often anybody may switch because of it. Three settings, never one (I4).
 *
 * @param failing confirm: this many of the last {@code of} observations must fail, 1 to {@code of}
 * @param of size of the window of observations, 1 to 100
 * @param holdDown least time between two verdicts that make somebody switch
 * @param steady how long a line must answer without one failure before it may carry traffic again
 * @param blind after this long without an observation the window is empty and a good period starts anew;
 *     longer than the time between two probes
 */
public record LinkPolicy(int failing, int of, Duration holdDown, Duration steady, Duration blind) {

    static final int LARGEST_WINDOW = 100;

    public LinkPolicy {
        requireNonNull(holdDown, "holdDown is null");
        requireNonNull(steady, "steady is null");
        requireNonNull(blind, "blind is null");
        if (of < 1 || of > LARGEST_WINDOW) {
            throw new IllegalArgumentException("of is " + of + ", must be 1 to " + LARGEST_WINDOW);
        }
        if (failing < 1 || failing > of) {
            throw new IllegalArgumentException("failing is " + failing + ", must be 1 to " + of);
        }
        if (holdDown.isNegative() || steady.isNegative() || !blind.isPositive()) {
            throw new IllegalArgumentException("holdDown and steady must not be negative, blind must be positive");
        }
    }
}
