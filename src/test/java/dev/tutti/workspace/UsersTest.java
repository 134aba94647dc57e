package dev.tutti.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tutti.testing.GroundFloor;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;

class UsersTest {

    private static final String BOTH = "dev.tutti.testing.GroundFloor#both";

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void passwordsAreKeptAsArgon2id(GroundFloor floor) {
        String hash = floor.get(JdbcClient.class)
                .sql("select password_hash from users where email_key = ?")
                .param(GroundFloor.OWNER_EMAIL)
                .query(String.class)
                .single();
        assertThat(hash).startsWith("$argon2id$").doesNotContain(GroundFloor.OWNER_PASSWORD);
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void anEmailAddressBelongsToOnePersonHoweverItIsWritten(GroundFloor floor) {
        floor.asOwner();
        NewUser same = new NewUser("Eve", " OWNER@Example.com ", "a long password", Role.BUILDER, Preferences.NONE);
        assertThat(floor.get(Users.class).add(same))
                .isEqualTo(new Users.Result.Invalid("email", "workspace.email.taken"));
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void whatCannotBeUsedIsNamed(GroundFloor floor) {
        floor.asOwner();
        Users users = floor.get(Users.class);
        assertThat(users.add(new NewUser("", "no address", "a long password", Role.BUILDER, Preferences.NONE)))
                .isEqualTo(new Users.Result.Invalid("email", "workspace.email.invalid"));
        assertThat(users.add(new NewUser("", "a@b", "1234567", Role.BUILDER, Preferences.NONE)))
                .isEqualTo(new Users.Result.Invalid("password", "workspace.password.short"));
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void onlyOwnersAddAndRemovePeopleAndNeverTheLastOwner(GroundFloor floor) {
        Users users = floor.get(Users.class);
        User builder = floor.asNewBuilder();
        NewUser more = new NewUser("", "more@example.com", "a long password", Role.OWNER, Preferences.NONE);
        assertThatThrownBy(() -> users.add(more)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> users.remove(floor.owner().id())).isInstanceOf(NotAllowed.class);
        floor.asNobody();
        assertThatThrownBy(() -> users.add(more)).isInstanceOf(NotSignedIn.class);
        floor.asOwner();
        assertThat(users.remove(builder.id())).isTrue();
        assertThat(users.find(builder.id())).isEmpty();
        assertThat(users.remove(floor.owner().id())).isFalse();
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void somebodyRemovedIsSignedOutAtOnce(GroundFloor floor) {
        User builder = floor.asNewBuilder();
        floor.asOwner();
        floor.get(Users.class).remove(builder.id());
        floor.get(SignIn.class).request(builder);
        assertThat(floor.get(CurrentUser.class).find()).isEmpty();
        assertThat(floor.get(CurrentUser.class).may(Action.SCENARIO_READ)).isFalse();
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void aPersonChoosesLanguageAndColours(GroundFloor floor) {
        User builder = floor.asNewBuilder();
        assertThat(builder.preferences()).isEqualTo(Preferences.NONE);
        floor.get(Users.class).prefer(new Preferences(Optional.of(Locale.CANADA_FRENCH), Theme.DARK));
        assertThat(floor.get(CurrentUser.class).get().preferences())
                .isEqualTo(new Preferences(Optional.of(Locale.FRENCH), Theme.DARK));
    }

    @ParameterizedTest
    @MethodSource(BOTH)
    void aNewPasswordNeedsTheOldOne(GroundFloor floor) {
        floor.asNewBuilder();
        Users users = floor.get(Users.class);
        assertThat(users.changePassword("wrong", "another password"))
                .isEqualTo(new Users.Result.Invalid("old", "workspace.password.wrong"));
        assertThat(users.changePassword("a long password", "short"))
                .isEqualTo(new Users.Result.Invalid("password", "workspace.password.short"));
        assertThat(users.changePassword("a long password", "another password")).isInstanceOf(Users.Result.Done.class);
        assertThat(users.changePassword("another password", "a long password")).isInstanceOf(Users.Result.Done.class);
    }
}
