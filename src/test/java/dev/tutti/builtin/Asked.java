package dev.tutti.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tutti.connector.Modules;
import dev.tutti.engine.Failure;
import dev.tutti.engine.Outcome;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Json;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.util.List;

/** Calls one module as a scenario does: settings in turn, name and value; texts, numbers and yes/no as they are. */
public record Asked(Modules modules, String ref) {

    public Outcome call(TestCall call, Object... settings) {
        Fields.Builder input = Fields.builder();
        for (int i = 0; i < settings.length; i += 2) {
            input.put((String) settings[i], value(settings[i + 1]));
        }
        return call.settle(modules.call(ref, 1, input.build(), call));
    }

    /** All bundles of a call that has to go well. */
    public List<Fields> bundles(Object... settings) {
        return emitted(call(TestCall.once(), settings));
    }

    /** The only bundle of a call that has to go well. */
    public Fields bundle(Object... settings) {
        assertThat(bundles(settings)).hasSize(1);
        return bundles(settings).getFirst();
    }

    /** The text in a field of the only bundle. */
    public String text(String field, Object... settings) {
        return ((Text) bundle(settings).get(field)).text();
    }

    public Failure failure(Object... settings) {
        return failed(call(TestCall.once(), settings));
    }

    public static List<Fields> emitted(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Emitted.class);
        return ((Outcome.Emitted) outcome).bundles();
    }

    public static Failure failed(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        return ((Outcome.Failed) outcome).failure();
    }

    public static Value json(String text) {
        return ((Json.Parsed) Json.parse(text)).parsed();
    }

    private static Value value(Object plain) {
        return switch (plain) {
            case Value value -> value;
            case Integer number -> Num.of(number);
            case Boolean yes -> Bool.of(yes);
            default -> new Text(plain.toString());
        };
    }
}
