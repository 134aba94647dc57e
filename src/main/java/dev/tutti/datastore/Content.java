package dev.tutti.datastore;

import dev.tutti.value.Blob;
import dev.tutti.value.Codec;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Value;
import java.util.Map;
import java.util.Optional;

/** Records as bytes. */
final class Content {

    private Content() {}

    static byte[] write(Fields data) {
        return Codec.write(data);
    }

    static Fields read(byte[] bytes) {
        return (Fields) Codec.read(bytes);
    }

    /** The name of a field that holds a file: its bytes may be gone when the run they came with is forgotten. */
    static Optional<String> file(Fields data) {
        return data.fields().entrySet().stream()
                .filter(field -> holdsFile(field.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static boolean holdsFile(Value value) {
        return switch (value) {
            case Blob file -> true;
            case Items list -> list.items().stream().anyMatch(Content::holdsFile);
            case Fields nested -> file(nested).isPresent();
            default -> false;
        };
    }
}
