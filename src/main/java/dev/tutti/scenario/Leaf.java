package dev.tutti.scenario;

import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.util.function.BiConsumer;

/** The texts inside the values of a form. */
final class Leaf {

    private Leaf() {}

    /** Visits every text with its path, such as {@code headers[1].value}. */
    static void texts(Fields values, BiConsumer<String, String> visitor) {
        values.fields().forEach((key, value) -> texts(key, value, visitor));
    }

    static void texts(String path, Value value, BiConsumer<String, String> visitor) {
        switch (value) {
            case Text text -> visitor.accept(path, text.text());
            case Items items -> {
                for (int i = 0; i < items.size(); i++) {
                    texts(path + "[" + i + "]", items.get(i), visitor);
                }
            }
            case Fields fields -> fields.fields().forEach((key, part) -> texts(path + "." + key, part, visitor));
            default -> {}
        }
    }
}
