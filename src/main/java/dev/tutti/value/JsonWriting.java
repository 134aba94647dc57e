package dev.tutti.value;

import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** From values to tokens. Jackson refuses more than 500 levels, so the recursion is bounded. */
final class JsonWriting {
    private static final int INLINE = 64 * 1024;

    private JsonWriting() {}

    static void write(Value value, JsonGenerator json) {
        switch (value) {
            case Nothing _ -> json.writeNull();
            case Text(String text) -> json.writeString(text);
            case Num number -> number(number, json);
            case Bool bool -> json.writeBoolean(bool.value());
            case Moment moment -> json.writeString(moment.iso());
            case Blob blob -> blob(blob, json);
            case Items(var items) -> {
                json.writeStartArray();
                for (Value item : items) {
                    if (item != Nothing.IGNORE) {
                        write(item, json);
                    }
                }
                json.writeEndArray();
            }
            case Fields(var fields) -> {
                json.writeStartObject();
                for (Map.Entry<String, Value> field : fields.entrySet()) {
                    if (field.getValue() != Nothing.IGNORE) {
                        json.writeName(field.getKey());
                        write(field.getValue(), json);
                    }
                }
                json.writeEndObject();
            }
        }
    }

    private static void number(Num number, JsonGenerator json) {
        if (number.isWhole() && number.number().precision() < 19) {
            json.writeNumber(number.number().longValue());
        } else {
            json.writeNumber(number.plain());
        }
    }

    private static void blob(Blob blob, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("name", blob.name());
        json.writeStringProperty("mediaType", blob.mediaType());
        json.writeNumberProperty("size", blob.size());
        if (blob.content() instanceof Blob.Content.Inline(byte[] bytes) && bytes.length < INLINE) {
            json.writeBinaryProperty("data", bytes);
        }
        json.writeEndObject();
    }
}
