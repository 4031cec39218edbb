package tw.xuhang.incident;

import tw.xuhang.runbook.Text;

/** What kind of trouble it is (P-01). */
public enum IncidentKind {
    BACKBONE_OUTAGE("骨幹線路中斷", "Backbone outage"),
    BACKUP_LINE_OUTAGE("備援線路中斷", "Backup line outage"),
    SERVICE_OUTAGE("服務中斷", "Service outage"),
    ALERT("監控告警", "Monitoring alert"),
    REPORTED("人員通報", "Reported by a person");

    private final String zh;
    private final String en;

    IncidentKind(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public Text label() {
        return new Text(zh, en);
    }
}
