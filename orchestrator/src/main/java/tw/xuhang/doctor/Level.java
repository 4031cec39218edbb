package tw.xuhang.doctor;

import tw.xuhang.runbook.Text;

/** How bad a finding is. From best to worst. */
public enum Level {
    OK("✔", "正常", "ok"),
    /** It works, but something is missing that will be missed one day. */
    WARNING("▲", "注意", "warning"),
    /** It does not work, or must not be used like this. */
    FAULT("✖", "故障", "fault");

    private final String symbol;
    private final String zh;
    private final String en;

    Level(String symbol, String zh, String en) {
        this.symbol = symbol;
        this.zh = zh;
        this.en = en;
    }

    public String symbol() {
        return symbol;
    }

    public Text word() {
        return new Text(zh, en);
    }
}
