package dev.tutti.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tutti.testing.Database;
import dev.tutti.testing.Databases;
import dev.tutti.testing.GroundFloor;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

class HeadlessStartTest {

    private static final String TOKEN = "any-text-of-at-least-32-characters";
    private static final String OTHER_TOKEN = "another-text-of-more-than-32-characters";

    @ParameterizedTest
    @MethodSource("dev.tutti.testing.Databases#both")
    void createsOwnerAndTokenOnceAndTheSameVariablesChangeNothing(Database database) {
        String before;
        try (GroundFloor floor = start(database, TOKEN)) {
            assertThat(floor.get(Tokens.class).owner(TOKEN)).get().satisfies(owner -> {
                assertThat(owner.email()).isEqualTo("owner@example.com");
                assertThat(owner.role()).isEqualTo(Role.OWNER);
            });
            before = rows(floor);
        }
        try (GroundFloor floor = start(database, TOKEN)) {
            assertThat(rows(floor)).isEqualTo(before);
        }
        try (GroundFloor floor = start(database, OTHER_TOKEN)) {
            assertThat(floor.get(Tokens.class).owner(OTHER_TOKEN)).isPresent();
            assertThat(floor.get(Tokens.class).owner(TOKEN)).isEmpty();
        }
    }

    @Test
    void createsNobodyWhereSomebodyIsAlready() {
        Database database = Databases.h2();
        try (GroundFloor floor = start(database, TOKEN)) {
            assertThat(floor.get(Users.class).all()).hasSize(1);
        }
        try (GroundFloor floor = GroundFloor.empty(
                database,
                "tutti.owner.email=second@example.com",
                "tutti.owner.password=a long password",
                keyFile(database))) {
            assertThat(floor.get(Users.class).all())
                    .singleElement()
                    .extracting(User::email)
                    .isEqualTo("owner@example.com");
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "owner@example.com, short12, -, TUTTI_OWNER_PASSWORD",
                "owner@example.com, -, -, TUTTI_OWNER_EMAIL",
                "-, a long password, -, TUTTI_OWNER_EMAIL",
                "no address, a long password, -, TUTTI_OWNER_EMAIL",
                "owner@example.com, a long password, too-short, TUTTI_API_TOKEN",
                "-, -, any-text-of-at-least-32-characters, TUTTI_API_TOKEN"
            })
    void refusesToStartWithWhatIsTooShortOrIncomplete(String email, String password, String token, String named) {
        String[] properties = {
            "tutti.owner.email=" + (email == null ? "" : email),
            "tutti.owner.password=" + (password == null ? "" : password),
            "tutti.api-token=" + (token == null ? "" : token)
        };
        assertThatThrownBy(() -> GroundFloor.empty(Databases.h2(), properties).close())
                .isInstanceOfSatisfying(StartRefused.class, refused -> {
                    assertThat(refused.getMessage()).contains(named);
                    assertThat(refused.advice()).isNotBlank();
                    assertThat(new StartRefusedAnalyzer().analyze(refused).getDescription())
                            .contains(named)
                            .doesNotContain("too-short", "short12");
                });
    }

    @Test
    void theReasonIsPrintedInPlaceOfAStackTrace() throws Exception {
        assertThat(new ClassPathResource("META-INF/spring.factories").getContentAsString(StandardCharsets.UTF_8))
                .contains(StartRefusedAnalyzer.class.getName());
    }

    /** The names by which people set them are variables of the environment. */
    @Test
    void readsTheVariablesOfTheEnvironment() {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                                Map.of(
                                        "TUTTI_OWNER_EMAIL", "a@b",
                                        "TUTTI_OWNER_PASSWORD", "a long password",
                                        "TUTTI_API_TOKEN", TOKEN,
                                        "TUTTI_OUTBOUND_ALLOW", "10.0.0.0/8",
                                        "TUTTI_KEY_FILE", "/keys/tutti.key")));
        HeadlessStart.Wanted wanted = Binder.get(environment)
                .bind("tutti", HeadlessStart.Wanted.class)
                .get();
        assertThat(wanted.owner()).isEqualTo(new HeadlessStart.Wanted.Owner("a@b", "a long password"));
        assertThat(wanted.apiToken()).isEqualTo(TOKEN);
        assertThat(wanted.toString()).doesNotContain(TOKEN, "a long password");
        assertThat(environment.getProperty("tutti.outbound.allow")).isEqualTo("10.0.0.0/8");
        assertThat(environment.getProperty("tutti.key-file")).isEqualTo("/keys/tutti.key");
    }

    private static GroundFloor start(Database database, String token) {
        return GroundFloor.open(database, "tutti.api-token=" + token, keyFile(database));
    }

    private static String keyFile(Database database) {
        return "tutti.key-file=target/test-data/headless/" + database.url().hashCode();
    }

    private static String rows(GroundFloor floor) {
        JdbcClient jdbc = floor.get(JdbcClient.class);
        return jdbc.sql("select id, email, password_hash from users").query().listOfRows()
                + " "
                + jdbc.sql("select id, hash from api_token").query().listOfRows();
    }
}
