package dev.tutti.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumTest {

    @ParameterizedTest
    @CsvSource({
        "1.0, 1",
        "61.50, 61.5",
        "1E+3, 1000",
        "-0.00, 0",
        "100, 100",
        "1E-3, 0.001",
        "12345678901234567890, 12345678901234567890"
    })
    void hasOneFormOnly(String given, String plain) {
        assertThat(Num.of(given).plain()).isEqualTo(plain);
        assertThat(Num.of(given)).isEqualTo(Num.of(plain)).hasSameHashCodeAs(Num.of(plain));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E+401", "-1E+999999999", "1E-401", "9E-2000000000"})
    void refusesMagnitudesThatWouldStopTheMachine(String number) {
        assertThatThrownBy(() -> Num.of(number)).isInstanceOf(NumberOutOfRange.class);
    }

    @Test
    void acceptsTheLargestAndTheSmallest() {
        assertThat(Num.of("1E+400").plain()).hasSize(401);
        assertThat(Num.of("1E-400").plain()).hasSize(402);
        assertThat(Num.of("0E+5000")).isEqualTo(Num.ZERO);
    }

    @Test
    void roundsDecimalsBeyondTheFourHundredth() {
        BigDecimal long1 = BigDecimal.ONE.add(new BigDecimal("1E-450"));
        assertThat(new Num(long1)).isEqualTo(Num.of(1));
    }

    @Test
    void writesDoublesPlainly() {
        assertThat(Num.of(1.4142135623730951).plain()).isEqualTo("1.4142135623730951");
        assertThat(Num.of(3.0)).isEqualTo(Num.of(3));
        assertThat(Num.of(1e21).plain()).isEqualTo("1000000000000000000000");
        assertThatThrownBy(() -> Num.of(Double.POSITIVE_INFINITY)).isInstanceOf(NumberOutOfRange.class);
    }
}
