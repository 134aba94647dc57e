package dev.tutti.engine;

import dev.tutti.value.Value;
import java.util.List;

/** What the caller of a webhook is answered. */
public record Reply(int status, List<Header> headers, Value body) {
    public Reply {
        headers = List.copyOf(headers);
    }

    public record Header(String name, String value) {}
}
