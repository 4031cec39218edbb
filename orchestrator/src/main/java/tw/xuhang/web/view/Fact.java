package tw.xuhang.web.view;

/**
 * One line of a summary.
 *
 * @param weight true where the eye should land
 */
public record Fact(String label, String value, boolean weight) {

    public Fact(String label, String value) {
        this(label, value, false);
    }
}
