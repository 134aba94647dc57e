package dev.tutti.scenario;

import java.util.List;

/** What became of an edit. */
sealed interface Edited {

    record Done(Sketch sketch) implements Edited {}

    /** The sketch stays as it was; {@code code} says why. */
    record NotDone(String code, List<String> arguments) implements Edited {}

    static Edited done(Sketch sketch) {
        return new Done(sketch);
    }

    static Edited not(String code, Object... arguments) {
        return new NotDone(
                code, java.util.Arrays.stream(arguments).map(String::valueOf).toList());
    }
}
