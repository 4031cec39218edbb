package tw.xuhang.directory;

import java.time.Instant;

/**
 * Work that was announced: the line may be down and raises nothing, but redundancy is reduced (I4).
 *
 * @param from included
 * @param to excluded
 */
public record Maintenance(String uplink, Instant from, Instant to, String reason) {

    public Maintenance {
        Checks.key(uplink);
        Checks.require(from.isBefore(to), "to is not after from");
    }

    public boolean standsAt(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }
}
