package dev.tutti.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepPathTest {

    @Test
    void isWrittenAndReadBackTheSame() {
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            StepPath path = StepPath.of(1 + random.nextInt(9), random.nextInt(3));
            for (int cells = random.nextInt(6); cells > 0; cells--) {
                path = path.then(random.nextInt(99), random.nextInt(10_000));
            }
            path = random.nextBoolean() ? StepPath.filter(path, 5) : path;
            StepPath read = StepPath.parse(path.toString());
            assertThat(read).isEqualTo(path).hasSameHashCodeAs(path).hasToString(path.toString());
        }
    }

    @Test
    void tellsWhatItsLastCellIs() {
        assertThat(StepPath.parse("1#4/2#0").module()).isEqualTo(2);
        assertThat(StepPath.parse("1#4/2#0").parent()).isEqualTo(StepPath.of(1, 4));
        assertThat(StepPath.parse("1#4/?2#0").isFilter()).isTrue();
        assertThat(StepPath.parse("1#4/?2#0").module()).isEqualTo(2);
        assertThat(StepPath.parse("1#4/2#0/0#3").isDrawn()).isTrue();
    }

    @Test
    void differsWhereAnyCellDiffers() {
        StepPath path = StepPath.parse("1#4/2#0/3#1");
        assertThat(path)
                .isNotEqualTo(StepPath.parse("1#4/2#0"))
                .isNotEqualTo(StepPath.parse("1#5/2#0/3#1"))
                .isNotEqualTo(StepPath.parse("1#4/2#0/?3#1"))
                .isNotEqualTo(StepPath.parse("0#0/1#4/2#0/3#1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "#", "1#", "#1", "1#2/", "a#b", "1#2//3#4"})
    void refusesWhatIsNoPath(String text) {
        assertThatThrownBy(() -> StepPath.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
