package tw.xuhang.directory;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import tw.xuhang.runbook.Text;

/**
 * A service that the office gives to people, with its figures from the impact analysis.
 *
 * @param owner account of the person who answers for its business and its data
 * @param core needed for core business; drives the level (P-02)
 * @param ci part of critical infrastructure
 * @param rto time in which it should be back
 * @param mtpd the longest it may be away at all
 * @param wrt work still to do after it is back; {@code rto + wrt ≤ mtpd}
 * @param rpo data that may be lost, as time
 * @param declarationLimit outage at which consent is sought (P-25); never above {@code mtpd}
 * @param reachableOver keys of the uplinks that it can be reached over; empty: inside the building
 */
public record CatalogueService(
        String key,
        Text name,
        String owner,
        boolean core,
        boolean ci,
        Duration rto,
        Duration mtpd,
        Duration wrt,
        Duration rpo,
        Duration declarationLimit,
        Look look,
        Set<String> reachableOver) {

    public CatalogueService {
        Checks.key(key);
        Checks.positive(rto, "rto");
        Checks.positive(mtpd, "mtpd");
        Checks.positive(declarationLimit, "declaration limit");
        Checks.require(!wrt.isNegative(), "wrt is negative");
        Checks.require(!rpo.isNegative(), "rpo is negative");
        Checks.require(rto.plus(wrt).compareTo(mtpd) <= 0, "rto + wrt is more than mtpd: it could not be met");
        Checks.require(declarationLimit.compareTo(mtpd) <= 0, "declaration limit is more than mtpd");
        reachableOver = Set.copyOf(reachableOver);
    }

    /**
     * Where its traffic goes, as a router can tell it from other traffic.
     *
     * @param port TCP or UDP port
     */
    public record Destination(String ipv4, int port) {}

    /** Empty where it is asked for by name: during an outage nobody may be there to say what address that is. */
    public Optional<Destination> destination() {
        URI url = look.url();
        String host = Optional.ofNullable(url.getHost()).orElse("");
        int usual = "https".equals(url.getScheme()) ? 443 : 80;
        return Ipv4.is(host)
                ? Optional.of(new Destination(host, url.getPort() < 0 ? usual : url.getPort()))
                : Optional.empty();
    }

    /** Where the plan names no limit: the RTO, or half of what can be borne, whichever comes first. */
    public static Duration usualLimit(Duration rto, Duration mtpd) {
        Duration half = mtpd.dividedBy(2);
        return rto.compareTo(half) <= 0 ? rto : half;
    }

    /**
     * How it is asked whether it works, from the segment where people need it.
     *
     * @param segment key of the segment
     * @param url any answer below 500 counts
     */
    public record Look(String segment, URI url, Duration every, Duration timeout, Confirm confirm) {
        public Look {
            Checks.positive(every, "every");
            Checks.positive(timeout, "timeout");
            Checks.require(
                    "http".equals(url.getScheme()) || "https".equals(url.getScheme()), "url is not an http(s) address");
        }
    }
}
