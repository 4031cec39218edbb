package tw.xuhang.directory;

import static java.util.Comparator.comparingInt;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tw.xuhang.access.Role;
import tw.xuhang.runbook.port.Prober;

/**
 * Everything the office has on file, as one unchanging value. Keys that point from one thing to another
 * (a line's vendor, a service's owner) are known to exist.
 */
public record Directory(
        Office office,
        List<Person> people,
        List<Deputy> deputies,
        List<Vendor> vendors,
        List<CatalogueService> services,
        List<Uplink> uplinks,
        List<Segment> segments,
        List<Router> routers,
        List<Maintenance> maintenance) {

    public Directory {
        people = List.copyOf(people);
        deputies = deputies.stream().sorted(comparingInt(Deputy::order)).toList();
        vendors = List.copyOf(vendors);
        services = List.copyOf(services);
        uplinks = List.copyOf(uplinks);
        segments = List.copyOf(segments);
        routers = List.copyOf(routers);
        maintenance = List.copyOf(maintenance);
    }

    public Optional<Person> person(String account) {
        return people.stream().filter(p -> p.account().equals(account)).findFirst();
    }

    public List<Person> holders(Role role) {
        return people.stream().filter(p -> p.holds(role)).toList();
    }

    public boolean holds(String account, Role role) {
        return person(account).filter(p -> p.holds(role)).isPresent();
    }

    /** Deputies who may do this act for the role now, in the order to ask them. */
    public List<Deputy> deputies(Role of, AuthorisedAct act, Instant at) {
        return deputies.stream().filter(d -> d.covers(of, act, at)).toList();
    }

    /** The authorisation under which this person may act for the role now. */
    public Optional<Deputy> authorisation(String account, Role of, AuthorisedAct act, Instant at) {
        return deputies(of, act, at).stream()
                .filter(d -> d.account().equals(account))
                .findFirst();
    }

    public Optional<Vendor> vendor(String key) {
        return vendors.stream().filter(v -> v.key().equals(key)).findFirst();
    }

    public Optional<Vendor> vendorOf(String uplink) {
        return uplink(uplink).flatMap(u -> vendor(u.vendor()));
    }

    /** Finds whom a dispatch step means: {@code vendor-of(main)} or the key of a vendor. */
    public Optional<Vendor> addressee(String to) {
        boolean byLine = to.startsWith("vendor-of(") && to.endsWith(")");
        return byLine ? vendorOf(to.substring("vendor-of(".length(), to.length() - 1)) : vendor(to);
    }

    public Optional<Uplink> uplink(String key) {
        return uplinks.stream().filter(u -> u.key().equals(key)).findFirst();
    }

    public Optional<CatalogueService> service(String key) {
        return services.stream().filter(s -> s.key().equals(key)).findFirst();
    }

    public Map<String, CatalogueService> servicesByKey() {
        return services.stream().collect(Collectors.toUnmodifiableMap(CatalogueService::key, Function.identity()));
    }

    public Optional<Segment> segment(String key) {
        return segments.stream().filter(s -> s.key().equals(key)).findFirst();
    }

    public Optional<Router> router(String key) {
        return routers.stream().filter(r -> r.key().equals(key)).findFirst();
    }

    /** The announced work on this line now, if any. */
    public Optional<Maintenance> maintenance(String uplink, Instant at) {
        return maintenance.stream()
                .filter(m -> m.uplink().equals(uplink) && m.standsAt(at))
                .findFirst();
    }

    /** Asks the far side of the line through that line only, from the router it ends at. */
    public Prober.Question question(Uplink uplink) {
        List<String> vantage = router(uplink.router()).map(Router::enter).orElse(List.of());
        return new Prober.Question(
                vantage,
                Optional.of(uplink.device()),
                uplink.watch().way(),
                uplink.watch().timeout());
    }

    /** Asks the service from the segment where people need it. */
    public Prober.Question question(CatalogueService service) {
        List<String> vantage =
                segment(service.look().segment()).map(Segment::command).orElse(List.of());
        return new Prober.Question(
                vantage,
                Optional.empty(),
                new Prober.Way.Http(service.look().url().toString()),
                service.look().timeout());
    }

    /** Mail addresses of everybody who holds one of these roles, each once. */
    public List<String> mailOf(List<Role> roles) {
        return people.stream()
                .filter(p -> p.roles().stream().anyMatch(roles::contains))
                .map(Person::mail)
                .distinct()
                .toList();
    }
}
