package tw.xuhang.runbook.language;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tw.xuhang.runbook.Runbook;

/**
 * The names that exist around a runbook. What is empty is not known, and references to it are not judged:
 * a file can be checked at a desk without the office's data.
 *
 * @param services keys of the service directory
 * @param vendors keys of the vendor directory
 * @param uplinks names of the office's lines
 * @param playbooks file names in the Ansible project, shipped and the office's own
 * @param signals kinds that some source sends
 * @param runbooks the library by key, those with errors included
 */
public record Surroundings(
        Set<String> roles,
        Optional<Set<String>> services,
        Optional<Set<String>> vendors,
        Optional<Set<String>> uplinks,
        Optional<Set<String>> playbooks,
        Optional<Set<String>> signals,
        Optional<Map<String, Runbook>> runbooks) {

    /** The roles of the procedure (A1–A11). */
    public static final Set<String> ROLES = Set.of(
            "ciso",
            "team-leader",
            "responder",
            "security-contact",
            "server-room",
            "admin-office",
            "duty-officer",
            "mayor",
            "staff",
            "auditor",
            "business-owner");

    public Surroundings {
        roles = Set.copyOf(roles);
        services = services.map(Set::copyOf);
        vendors = vendors.map(Set::copyOf);
        uplinks = uplinks.map(Set::copyOf);
        playbooks = playbooks.map(Set::copyOf);
        signals = signals.map(Set::copyOf);
        runbooks = runbooks.map(Map::copyOf);
    }

    /** Nothing is known but the roles of the procedure. */
    public static Surroundings unknown() {
        return new Surroundings(
                ROLES,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public Surroundings withServices(Set<String> names) {
        return new Surroundings(roles, Optional.of(names), vendors, uplinks, playbooks, signals, runbooks);
    }

    public Surroundings withVendors(Set<String> names) {
        return new Surroundings(roles, services, Optional.of(names), uplinks, playbooks, signals, runbooks);
    }

    public Surroundings withUplinks(Set<String> names) {
        return new Surroundings(roles, services, vendors, Optional.of(names), playbooks, signals, runbooks);
    }

    public Surroundings withPlaybooks(Set<String> names) {
        return new Surroundings(roles, services, vendors, uplinks, Optional.of(names), signals, runbooks);
    }

    public Surroundings withSignals(Set<String> names) {
        return new Surroundings(roles, services, vendors, uplinks, playbooks, Optional.of(names), runbooks);
    }

    public Surroundings withRunbooks(Map<String, Runbook> library) {
        return new Surroundings(roles, services, vendors, uplinks, playbooks, signals, Optional.of(library));
    }
}
