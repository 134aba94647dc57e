package dev.tutti.engine;

import dev.tutti.value.Message;
import java.util.Optional;

/**
 * A failure in the words of the text files, so that each reader has it in a language of his own.
 *
 * @param message what happened
 * @param advice what to do about it
 */
public record Said(Message message, Optional<Message> advice) {

    private static final String ADVICE = "\u0002";

    /** As a text that can be kept. */
    public String stored() {
        return message.stored() + advice.map(text -> ADVICE + text.stored()).orElse("");
    }

    /** Reads what {@link #stored} gave. */
    public static Said restored(String stored) {
        int at = stored.indexOf(ADVICE);
        return at < 0
                ? new Said(Message.restored(stored), Optional.empty())
                : new Said(
                        Message.restored(stored.substring(0, at)),
                        Optional.of(Message.restored(stored.substring(at + 1))));
    }
}
