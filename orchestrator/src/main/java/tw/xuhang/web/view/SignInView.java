package tw.xuhang.web.view;

/**
 * The sign-in pages.
 *
 * @param step which of them
 * @param next address to go on to
 * @param trouble message key of what was wrong, empty for nothing
 * @param secret for {@link Step#ENROL}: the new second factor's secret in base 32, else empty
 */
public record SignInView(Step step, String name, String next, String trouble, String secret) {

    /** Which page. */
    public enum Step {
        PASSWORD,
        CODE,
        CHANGE,
        ENROL
    }
}
