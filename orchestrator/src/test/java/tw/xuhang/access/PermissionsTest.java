package tw.xuhang.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PermissionsTest {

    static List<RolesAndActions.Cell> cells() {
        return RolesAndActions.cells();
    }

    @ParameterizedTest
    @MethodSource("cells")
    void everyCellIsAsAgreed(RolesAndActions.Cell cell) {
        assertThat(Permissions.allow(Set.of(cell.role()), cell.action())).isEqualTo(cell.allowed());
    }

    @Test
    void theAgreedTableKnowsEveryRoleAndAction() {
        assertThat(cells()).hasSize(Role.values().length * Action.values().length);
    }

    @Test
    void nobodyHoldsARightWithoutARole() {
        for (Action action : Action.values()) {
            assertThat(Permissions.allow(Set.of(), action)).isFalse();
        }
    }

    @Test
    void aClosedAccountMayNothing() {
        Account closed = new Account("old", "離職同仁", Set.of(Role.values()), false, false);
        for (Action action : Action.values()) {
            assertThat(closed.may(action)).isFalse();
        }
    }
}
