package dev.tutti.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tutti.testing.GroundFloor;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.security.core.context.SecurityContextHolder;

class SettingsTest {

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @ParameterizedTest
    @MethodSource("dev.tutti.testing.GroundFloor#both")
    void countAsSoonAsTheyAreSet(GroundFloor floor) {
        floor.asOwner();
        Settings settings = floor.get(Settings.class);
        assertThat(settings.publicUrl()).isEmpty();
        settings.publicUrl(Optional.of(URI.create("https://tutti.example.com/")));
        settings.allowedNetworks(List.of("10.0.0.0/8", "fd00::/8"));
        settings.language(Optional.of(Locale.FRANCE));
        assertThat(settings.publicUrl()).contains(URI.create("https://tutti.example.com"));
        assertThat(settings.allowedNetworks()).containsExactly("10.0.0.0/8", "fd00::/8");
        assertThat(settings.language()).contains(Locale.FRENCH);
        settings.publicUrl(Optional.empty());
        settings.allowedNetworks(List.of());
        settings.language(Optional.empty());
        assertThat(settings.publicUrl()).isEmpty();
        assertThat(settings.allowedNetworks()).isEmpty();
        assertThat(settings.language()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.tutti.testing.GroundFloor#both")
    void aBuilderCannotOpenNetworks(GroundFloor floor) {
        floor.asNewBuilder();
        assertThatThrownBy(() -> floor.get(Settings.class).allowedNetworks(List.of("127.0.0.0/8")))
                .isInstanceOf(NotAllowed.class);
        assertThat(floor.get(Settings.class).allowedNetworks()).isEmpty();
    }
}
