package tw.xuhang.outage;

/** A figure of the impact analysis that an outage can reach. In no order: an office sets its own. */
public enum Threshold {
    /** Consent is to be sought now (P-25). */
    DECLARATION_LIMIT,
    /** It should have been back by now. */
    RTO,
    /** 最大可容忍中斷時間: the availability level rises by one (P-03). */
    MTPD
}
