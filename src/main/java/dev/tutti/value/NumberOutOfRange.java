package dev.tutti.value;

/** A number so large or so small (beyond 10^±400) that calculating with it would stop the machine. */
public final class NumberOutOfRange extends ArithmeticException {
    private static final long serialVersionUID = 1;

    NumberOutOfRange() {
        super("The number is beyond 10^" + Num.MAX_EXPONENT + " or 10^-" + Num.MAX_EXPONENT);
    }
}
