package tw.xuhang.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tw.xuhang.access.Role;
import tw.xuhang.runbook.Text;

/**
 * Somebody of the office, known by the post they hold.
 *
 * @param phones in the order to try; only these count for a consent by telephone (C5)
 * @param verified day on which somebody last made sure that the numbers are right
 */
public record Person(
        String account, Text name, Set<Role> roles, String mail, List<String> phones, Optional<LocalDate> verified) {

    public Person {
        Checks.key(account);
        Checks.mail(mail);
        roles = Set.copyOf(roles);
        phones = List.copyOf(phones);
        Checks.require(!roles.isEmpty(), "a person without a role can do nothing");
    }

    public boolean holds(Role role) {
        return roles.contains(role);
    }
}
