package tw.xuhang.directory;

import java.util.Optional;

/**
 * What a line carries when the office's traffic moves onto it, and how that is proved.
 *
 * @param mbit what the office may send over it, in Mbit/s, 2 to 99,999
 * @param coreMbit share of it that is kept for the core services, in Mbit/s, at least 1 and less than all
 * @param verify IPv4 address that must answer through this line after a switch; empty: what its watch asks
 */
public record Capacity(int mbit, int coreMbit, Optional<String> verify) {

    /** Where nothing is on file, in Mbit/s. A line that carries less than this is not shaped by it. */
    public static final int USUAL_MBIT = 100;

    public Capacity {
        Checks.require(mbit >= 2 && mbit <= 99_999, "mbit is not within 2 and 99999");
        Checks.require(coreMbit >= 1 && coreMbit < mbit, "core mbit is not at least 1 and less than mbit");
        verify.ifPresent(address -> Checks.require(Ipv4.is(address), "'" + address + "' is not an IPv4 address"));
    }

    /** Four fifths, where the plan names no share. */
    public static int usualShare(int mbit) {
        return Math.max(1, mbit * 4 / 5);
    }

    public int restMbit() {
        return mbit - coreMbit;
    }
}
