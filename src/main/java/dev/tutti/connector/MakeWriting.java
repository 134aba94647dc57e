package dev.tutti.connector;

import dev.tutti.value.Fields;
import dev.tutti.value.Message;
import dev.tutti.value.Nothing;
import dev.tutti.value.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * A module of ours written as a node of Make.
 *
 * @param module such as "json:ParseJSON"
 * @param version of that module
 * @param parameters the static settings
 * @param mapper the mapped settings
 * @param flags of aggregators: groupBy, stopIfEmpty
 * @param notes what Make cannot express; empty when nothing is lost
 */
public record MakeWriting(
        String module, int version, Fields parameters, Fields mapper, Fields flags, List<Message> notes) {

    public MakeWriting {
        notes = List.copyOf(notes);
    }

    public static MakeWriting of(String module, int version) {
        return new MakeWriting(module, version, Fields.EMPTY, Fields.EMPTY, Fields.EMPTY, List.of());
    }

    /** With this mapped setting; one that holds nothing is left out. */
    public MakeWriting mapped(String key, Value value) {
        return new MakeWriting(module, version, parameters, put(mapper, key, value), flags, notes);
    }

    /** With this static setting; one that holds nothing is left out. */
    public MakeWriting set(String key, Value value) {
        return new MakeWriting(module, version, put(parameters, key, value), mapper, flags, notes);
    }

    /** With this flag; one that holds nothing is left out. */
    public MakeWriting flag(String key, Value value) {
        return new MakeWriting(module, version, parameters, mapper, put(flags, key, value), notes);
    }

    /** The same, with something that Make cannot express. */
    public MakeWriting but(String key, Object... arguments) {
        List<Message> more = new ArrayList<>(notes);
        more.add(Message.of(key, arguments));
        return new MakeWriting(module, version, parameters, mapper, flags, more);
    }

    private static Fields put(Fields fields, String key, Value value) {
        return value == Nothing.NULL ? fields : fields.with(key, value);
    }
}
