package tw.xuhang.web.view;

/** Real, drill or simulation (R7): a frame around everything, never a colour of a state. */
public enum Mode {
    REAL("mode-real", "mode.real"),
    DRILL("mode-drill", "mode.drill"),
    SIMULATION("mode-simulation", "mode.simulation");

    private final String css;
    private final String key;

    Mode(String css, String key) {
        this.css = css;
        this.key = key;
    }

    public String css() {
        return css;
    }

    /** Message key of the word. */
    public String key() {
        return key;
    }
}
