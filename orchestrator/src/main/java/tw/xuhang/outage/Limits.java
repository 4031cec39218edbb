package tw.xuhang.outage;

import java.time.Duration;

/** The figures an outage is measured by, as they stood when it began. */
public record Limits(Duration declaration, Duration rto, Duration mtpd) {

    public Duration of(Threshold threshold) {
        return switch (threshold) {
            case DECLARATION_LIMIT -> declaration;
            case RTO -> rto;
            case MTPD -> mtpd;
        };
    }
}
