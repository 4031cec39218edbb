package tw.xuhang.consent;

import java.util.List;
import tw.xuhang.outage.OutageHistory.Outage;

/**
 * How things stand with the incident's services, as the outage clocks tell.
 *
 * @param basis services that are away now
 * @param everAway whether any service of this incident has been away at all
 */
public record Situation(Basis basis, boolean everAway) {

    /** @param outages every outage of a service that belongs to the incident, over or not */
    public static Situation of(List<Outage> outages, int level) {
        var away = outages.stream()
                .filter(outage -> outage.until().isEmpty())
                .flatMap(outage -> outage.limits().stream()
                        .map(limits ->
                                new Basis.Away(outage.of(), outage.since(), limits.declaration(), limits.mtpd())))
                .toList();
        return new Situation(new Basis(away, level), !outages.isEmpty());
    }
}
