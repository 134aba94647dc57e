package dev.tutti.value;

import java.math.BigDecimal;
import java.util.Optional;

/** Numbers as people type them: {@code 12}, {@code -3.5}, {@code .5}, {@code 1e3}; a point, no thousands separator. */
public final class NumberText {
    private static final int MAX_LENGTH = 1_000;

    private NumberText() {}

    public static Optional<Num> parse(String text) {
        String number = text.strip();
        if (number.isEmpty() || number.length() > MAX_LENGTH || !wellFormed(number)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    number.length() < 18 && isDigits(number)
                            ? Num.of(Long.parseLong(number))
                            : new Num(new BigDecimal(number)));
        } catch (NumberFormatException | NumberOutOfRange refused) {
            return Optional.empty();
        }
    }

    private static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    // BigDecimal also takes Arabic digits and the like; what it takes beyond ASCII would surprise.
    private static boolean wellFormed(String number) {
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            boolean allowed = (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E';
            if (!allowed) {
                return false;
            }
        }
        return true;
    }
}
