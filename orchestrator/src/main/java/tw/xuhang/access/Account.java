package tw.xuhang.access;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * A person who can sign in.
 *
 * @param name what the person types and what the journal names; small letters, digits, {@code . - _}
 * @param person how the person is shown, e.g. 資安長
 * @param mustChange the password was given by somebody else or by the first start
 * @param active a closed account is kept for the journal's sake and can do nothing
 */
public record Account(String name, String person, Set<Role> roles, boolean mustChange, boolean active) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9._-]{1,39}");

    public Account {
        requireNonNull(name, "name is null");
        requireNonNull(person, "person is null");
        if (!FORM.matcher(name).matches()) {
            throw new IllegalArgumentException("not an account name: " + name);
        }
        roles = Set.copyOf(roles);
    }

    public boolean may(Action action) {
        return active && Permissions.allow(roles, action);
    }
}
