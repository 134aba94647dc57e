package dev.tutti.value;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;

/** From tokens to values, straight, without a tree between. */
final class JsonReading {
    private JsonReading() {}

    static Value document(JsonParser json) {
        JsonToken first = json.nextToken();
        if (first == null) {
            throw new Refused(Message.of("value.json.empty"), json.currentLocation());
        }
        Value value = value(json, first);
        if (json.nextToken() != null) {
            throw new Refused(Message.of("value.json.trailing"), json.currentTokenLocation());
        }
        return value;
    }

    // Recursion is safe: the parser refuses more than Json.MAX_DEPTH levels.
    private static Value value(JsonParser json, JsonToken token) {
        return switch (token) {
            case START_OBJECT -> fields(json);
            case START_ARRAY -> items(json);
            case VALUE_STRING -> Text.of(json.getString());
            case VALUE_NUMBER_INT -> whole(json);
            case VALUE_NUMBER_FLOAT -> number(json, json.getDecimalValue());
            case VALUE_TRUE -> Bool.TRUE;
            case VALUE_FALSE -> Bool.FALSE;
            case VALUE_NULL -> Nothing.NULL;
            default -> throw new Refused(Message.of("value.json.none"), json.currentTokenLocation());
        };
    }

    private static Value fields(JsonParser json) {
        Fields.Builder fields = Fields.builder();
        for (JsonToken token = json.nextToken(); token != JsonToken.END_OBJECT; token = json.nextToken()) {
            String name = json.currentName();
            fields.put(name, value(json, json.nextToken()));
        }
        return fields.build();
    }

    private static Value items(JsonParser json) {
        List<Value> items = new ArrayList<>();
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            items.add(value(json, token));
        }
        return items.isEmpty() ? Items.EMPTY : new Items(items);
    }

    private static Value whole(JsonParser json) {
        return switch (json.getNumberType()) {
            case INT, LONG -> Num.of(json.getLongValue());
            default -> number(json, new BigDecimal(json.getBigIntegerValue()));
        };
    }

    private static Value number(JsonParser json, BigDecimal number) {
        try {
            return new Num(number);
        } catch (NumberOutOfRange tooLarge) {
            throw new Refused(Message.of("value.json.number"), json.currentTokenLocation());
        }
    }

    /** The parser's own words, without what only programmers understand, inside ours. */
    static Message explain(String message) {
        String first = message.lines().findFirst().orElse("");
        if (first.startsWith("Unexpected end-of-input")) {
            return Message.of("value.json.early");
        }
        return Message.of(
                "value.json.syntax",
                first.replaceAll("\\s*\\(code \\d+[^)]*\\)", "").replaceAll("\\s*\\(for [^)]*\\)", ""));
    }

    static Message limit(String message) {
        String limit = message.contains("nesting depth")
                ? "depth"
                : message.contains("String value length")
                        ? "text"
                        : message.contains("Number value length")
                                ? "digits"
                                : message.contains("Token count") ? "tokens" : "name";
        return Message.of("value.json.limit." + limit);
    }

    /** Our own reasons to stop. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;
        final transient Message said;
        final int line;
        final int column;

        Refused(Message said, TokenStreamLocation at) {
            super(said.key(), null, false, false);
            this.said = said;
            this.line = Math.max(0, at.getLineNr());
            this.column = Math.max(0, at.getColumnNr());
        }
    }
}
