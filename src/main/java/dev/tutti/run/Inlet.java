package dev.tutti.run;

import dev.tutti.value.CodecReader;
import dev.tutti.value.CodecWriter;
import dev.tutti.value.Fields;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How an input is stored: a body as it came, with the name of the reader that understands it, or bundles. */
final class Inlet {

    private static final String BUNDLES = "";
    private final Map<String, InputReader> readers;

    Inlet(List<InputReader> readers) {
        this.readers = readers.stream().collect(Collectors.toMap(InputReader::name, it -> it));
    }

    static byte[] write(Input input) {
        CodecWriter writer = new CodecWriter();
        if (input.raw().orElse(null) instanceof Input.Raw raw) {
            byte[] head = writer.writeText(raw.reader()).writeText(raw.head()).toByteArray();
            byte[] all = new byte[4 + head.length + raw.body().length];
            ByteBuffer.wrap(all).putInt(head.length).put(head).put(raw.body());
            return Packing.pack(all);
        }
        writer.writeText(BUNDLES).writeLong(input.bundles().size());
        input.bundles().forEach(writer::write);
        byte[] head = writer.toByteArray();
        byte[] all = new byte[4 + head.length];
        ByteBuffer.wrap(all).putInt(head.length).put(head);
        return Packing.pack(all);
    }

    /** The stored input; empty where it was not kept. */
    Optional<Input> read(byte @Nullable [] stored) {
        if (stored == null) {
            return Optional.empty();
        }
        byte[] all = Packing.unpack(stored);
        int head = ByteBuffer.wrap(all).getInt();
        CodecReader reader = new CodecReader(all, 4, head);
        String name = reader.readText();
        if (name.equals(BUNDLES)) {
            List<Fields> bundles = new ArrayList<>();
            for (long left = reader.readLong(); left > 0; left--) {
                bundles.add((Fields) reader.read());
            }
            return Optional.of(Input.of(bundles));
        }
        String text = reader.readText();
        byte[] body = Arrays.copyOfRange(all, 4 + head, all.length);
        InputReader known = readers.get(name);
        if (known == null) {
            return Optional.empty();
        }
        return Optional.of(new Input(known.read(text, body), Optional.of(new Input.Raw(name, text, body))));
    }
}
