package dev.tutti.scenario;

import dev.tutti.value.Fields;
import dev.tutti.value.Json;
import dev.tutti.value.Value;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The form in which blueprints and edits lie in the database: their JSON. */
final class Stored {

    private Stored() {}

    static byte[] bytes(Blueprint blueprint) {
        return Json.bytes(BlueprintJson.write(blueprint));
    }

    static Blueprint blueprint(byte[] bytes) {
        return switch (BlueprintJson.read(value(bytes))) {
            case BlueprintJson.Read(Blueprint blueprint) -> blueprint;
            case BlueprintJson.Misread misread ->
                throw new IllegalStateException("A stored blueprint cannot be read: " + misread);
        };
    }

    static byte[] bytes(List<Edit> edits) {
        return Json.bytes(PartsJson.list(edits, EditJson::write));
    }

    static List<Edit> edits(byte[] bytes) {
        return switch (EditJson.read(value(bytes))) {
            case EditJson.Read(List<Edit> edits) -> edits;
            case EditJson.Misread misread -> throw new IllegalStateException("Stored edits cannot be read: " + misread);
        };
    }

    static String text(Fields fields) {
        return Json.write(fields);
    }

    static Fields fields(String text) {
        return value(text.getBytes(StandardCharsets.UTF_8)) instanceof Fields fields ? fields : Fields.EMPTY;
    }

    private static Value value(byte[] bytes) {
        return Json.parse(bytes, Long.MAX_VALUE)
                .value()
                .orElseThrow(() -> new IllegalStateException("What was stored is no JSON"));
    }

    static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
