package tw.xuhang.demo;

import java.util.Set;
import tw.xuhang.access.Role;

/**
 * Somebody of the sample office with what they need to sign in.
 *
 * @param post e.g. 資安長
 * @param secret of the second factor, in base 64
 */
record Member(String account, String post, Set<Role> roles, String mail, String password, String secret) {
    Member {
        roles = Set.copyOf(roles);
    }

    @Override
    public String toString() {
        return "Member[" + account + "]";
    }
}
