package tw.xuhang.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import tw.xuhang.access.Role;
import tw.xuhang.time.OfficeTime;

/**
 * An authorisation on file: without one, nobody acts for another.
 *
 * @param account who acts
 * @param of the role acted for
 * @param document number of the authorisation
 * @param order 1 is asked first
 * @param from first day, Asia/Taipei
 * @param to last day, included
 */
public record Deputy(
        String account, Role of, String document, Set<AuthorisedAct> acts, int order, LocalDate from, LocalDate to) {

    public Deputy {
        Checks.key(account);
        Checks.line(document, "document");
        acts = Set.copyOf(acts);
        Checks.require(!acts.isEmpty(), "an authorisation that covers no act is none");
        Checks.require(order >= 1, "order is not 1 or more");
        Checks.require(!to.isBefore(from), "valid to is before valid from");
    }

    public boolean standsAt(Instant at) {
        LocalDate day = at.atZone(OfficeTime.ZONE).toLocalDate();
        return !day.isBefore(from) && !day.isAfter(to);
    }

    public boolean covers(Role role, AuthorisedAct act, Instant at) {
        return of == role && acts.contains(act) && standsAt(at);
    }
}
