package dev.tutti.value;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A decimal number, kept exactly and in one form only: no trailing zeros after the point, never an exponent. So 1.0
 * and 1 are equal and both are written 1.
 *
 * <p>Magnitudes beyond 10^±400 are refused, because one addition of such numbers could take minutes; decimals beyond
 * the 400th are rounded away.
 */
public record Num(BigDecimal number) implements Value {
    /** The largest accepted power of ten, and the largest number of decimals. */
    public static final int MAX_EXPONENT = 400;

    public static final Num ZERO = new Num(BigDecimal.ZERO);

    /**
     * Brings the number into its one form.
     *
     * @throws NumberOutOfRange where the magnitude is beyond 10^±400
     */
    public Num {
        number = number.scale() == 0 && number.precision() <= MAX_EXPONENT ? number : canonical(number);
    }

    public static Num of(long number) {
        return new Num(BigDecimal.valueOf(number));
    }

    /**
     * The number that {@link BigDecimal} reads in this text.
     *
     * @throws NumberFormatException where the text is not a number
     * @throws NumberOutOfRange where it is too large
     */
    public static Num of(String number) {
        return new Num(new BigDecimal(number));
    }

    /** The shortest decimal that stands for this double. */
    public static Num of(double number) {
        if (!Double.isFinite(number)) {
            throw new NumberOutOfRange();
        }
        return new Num(BigDecimal.valueOf(number));
    }

    public boolean isWhole() {
        return number.scale() == 0;
    }

    /** Digits, perhaps a minus sign and a point, never an exponent. */
    public String plain() {
        return number.toPlainString();
    }

    private static BigDecimal canonical(BigDecimal number) {
        if (number.signum() == 0) {
            return BigDecimal.ZERO;
        }
        long exponent = (long) number.precision() - number.scale() - 1;
        if (exponent > MAX_EXPONENT || exponent < -MAX_EXPONENT) {
            throw new NumberOutOfRange();
        }
        if (number.scale() < 0) {
            return number.setScale(0);
        }
        BigDecimal bounded =
                number.scale() > MAX_EXPONENT ? number.setScale(MAX_EXPONENT, RoundingMode.HALF_EVEN) : number;
        BigDecimal stripped = bounded.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
