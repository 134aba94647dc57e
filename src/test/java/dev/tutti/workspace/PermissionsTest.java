package dev.tutti.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class PermissionsTest {

    @Test
    void anOwnerMayDoEverything() {
        assertThat(Action.values()).allMatch(action -> Permissions.allow(Role.OWNER, action));
    }

    @Test
    void aBuilderBuildsButDoesNotRuleTheHouse() {
        assertThat(Arrays.stream(Action.values()).filter(action -> !Permissions.allow(Role.BUILDER, action)))
                .containsExactlyInAnyOrderElementsOf(
                        EnumSet.of(Action.SETTINGS_READ, Action.SETTINGS_EDIT, Action.USER_EDIT, Action.AUDIT_READ));
    }
}
