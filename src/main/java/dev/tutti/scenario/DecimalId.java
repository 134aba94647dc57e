package dev.tutti.scenario;

import java.util.Optional;

/** The text form that all ids share: one to nineteen digits. */
final class DecimalId {

    private DecimalId() {}

    static Optional<Long> parse(String text) {
        if (text.isEmpty() || text.length() > 19 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        try {
            return Optional.of(Long.parseLong(text));
        } catch (NumberFormatException tooLarge) {
            return Optional.empty();
        }
    }
}
