package tw.xuhang.directory;

/**
 * How many looks make a verdict: {@code bad} of the last {@code of} fail, and it is down (I4).
 *
 * @param bad 1 to {@code of}
 * @param of 1 to 100
 */
public record Confirm(int bad, int of) {

    public Confirm {
        Checks.require(of >= 1 && of <= 100, "of is not 1 to 100");
        Checks.require(bad >= 1 && bad <= of, "more looks have to fail than are looked at");
    }

    @Override
    public String toString() {
        return bad + " of " + of;
    }
}
