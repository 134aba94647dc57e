package dev.tutti.scenario.exchange;

import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Json;
import dev.tutti.value.Message;
import dev.tutti.value.Nothing;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads JSON as people and programs damage it: commas too many or missing, comments, names without quotes, typographic
 * quotes, line breaks inside texts, an end that is missing, a fence around it. Whatever is read otherwise than it is
 * written is told with its place. One pass, never back further than one quote, so hostile text costs no more than honest
 * text.
 */
final class Mending {

    /** What was put right, at this character of the text. */
    record Mend(int at, Message what) {}

    record Mended(Value value, List<Mend> mends) {}

    /** More than this is no damaged JSON but something else. */
    private static final int MOST_MENDS = 2_000;

    private static final int MOST_VALUES = 1_000_000;
    private static final int LONGEST_NUMBER = 1_000;
    private static final int LONGEST_WORD = 40;

    private static final Map<String, Value> WORDS = Map.of(
            "true", Bool.TRUE,
            "false", Bool.FALSE,
            "null", Nothing.NULL,
            "True", Bool.TRUE,
            "False", Bool.FALSE,
            "None", Nothing.NULL,
            "undefined", Nothing.NULL,
            "NaN", Nothing.NULL);

    /** There is nothing to be made of it. */
    private static final class Hopeless extends RuntimeException {
        Hopeless() {
            super("", null, false, false);
        }
    }

    private final String text;
    private final List<Mend> mends = new ArrayList<>();
    private final StrayText strays;
    private int at;
    private int values;
    private int openObjects;

    private Mending(String text) {
        this.text = text;
        this.strays = new StrayText(text, this::mend);
    }

    /** Empty where the text is nothing like JSON, or more than is accepted. */
    static Optional<Mended> mend(String text) {
        Mending mending = new Mending(text);
        try {
            return Optional.of(new Mended(mending.document(), List.copyOf(mending.mends)));
        } catch (Hopeless hopeless) {
            return Optional.empty();
        }
    }

    private void mend(int where, String code, Object... arguments) {
        if (mends.size() >= MOST_MENDS) {
            throw new Hopeless();
        }
        mends.add(new Mend(where, Message.of("exchange.mend." + code, arguments)));
    }

    private Value document() {
        space();
        if (at >= text.length() || "{[\"".indexOf(text.charAt(at)) < 0) {
            int begin = text.indexOf('{', at);
            if (begin < 0) {
                throw new Hopeless();
            }
            mend(at, "before");
            at = begin;
        }
        Value value = value(0);
        space();
        if (at < text.length()) {
            mend(at, "after");
        }
        return value;
    }

    private void space() {
        at = strays.skip(at);
    }

    private boolean ended() {
        return at >= text.length();
    }

    private Value value(int depth) {
        if (depth > Json.MAX_DEPTH || ++values > MOST_VALUES) {
            throw new Hopeless();
        }
        char c = text.charAt(at);
        if (c == '{') {
            return object(depth);
        }
        if (c == '[') {
            return list(depth);
        }
        return Quotes.opens(c) ? string(false) : bare();
    }

    private Fields object(int depth) {
        int begin = at++;
        openObjects++;
        Fields.Builder fields = Fields.builder();
        boolean comma = true;
        for (space(); !ended(); space()) {
            char c = text.charAt(at);
            if (c == '}') {
                at++;
                openObjects--;
                return fields.build();
            }
            if (c == ']') {
                mend(at, "unclosed", "}");
                openObjects--;
                return fields.build();
            }
            if (c == ',') {
                int where = at++;
                space();
                if (comma || !ended() && text.charAt(at) == '}') {
                    mend(where, "comma");
                }
                comma = true;
                continue;
            }
            if (!comma) {
                mend(at, "no-comma");
            }
            comma = false;
            member(fields, depth);
        }
        mend(begin, "end", "}");
        openObjects--;
        return fields.build();
    }

    private void member(Fields.Builder fields, int depth) {
        int where = at;
        String name = Quotes.opens(text.charAt(at)) ? string(true).text() : name();
        space();
        if (!ended() && (text.charAt(at) == ':' || text.charAt(at) == '=')) {
            at += text.startsWith("=>", at) ? 2 : 1;
            space();
        } else {
            mend(where, "colon", shown(name));
        }
        if (ended() || ",}]".indexOf(text.charAt(at)) >= 0) {
            mend(where, "no-value", shown(name));
            fields.put(name, Nothing.NULL);
        } else {
            fields.put(name, value(depth + 1));
        }
    }

    private String name() {
        int begin = at++;
        while (!ended() && ":=,{}[]\"\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String name = text.substring(begin, at).strip();
        mend(begin, "name", shown(name));
        return name;
    }

    private Items list(int depth) {
        int begin = at++;
        List<Value> items = new ArrayList<>();
        boolean comma = true;
        for (space(); !ended(); space()) {
            char c = text.charAt(at);
            if (c == ']') {
                at++;
                return new Items(items);
            }
            if (c == '}') {
                mend(at, "unclosed", "]");
                at += openObjects > 0 ? 0 : 1;
                return new Items(items);
            }
            if (c == ',' || c == ':') {
                int where = at++;
                space();
                if (comma || c == ':' || !ended() && text.charAt(at) == ']') {
                    mend(where, "comma");
                }
                comma = true;
                continue;
            }
            if (!comma) {
                mend(at, "no-comma");
            }
            comma = false;
            items.add(value(depth + 1));
        }
        mend(begin, "end", "]");
        return new Items(items);
    }

    private Text string(boolean name) {
        Quotes quotes = new Quotes(text, at, name, this::mend);
        at = quotes.read();
        return Text.of(quotes.content());
    }

    /** A number, a word, or text that somebody forgot to quote. */
    private Value bare() {
        int begin = at++;
        while (!ended() && ",}]\n\r".indexOf(text.charAt(at)) < 0 && !text.startsWith("//", at) && !known(begin)) {
            at++;
        }
        String word = text.substring(begin, at).strip();
        if (word.length() < LONGEST_NUMBER && Json.parse(word) instanceof Json.Parsed(Value value)) {
            return value;
        }
        Value meant = WORDS.get(word);
        mend(begin, meant == null ? "unquoted" : "word", shown(word));
        return meant == null ? Text.of(word) : meant;
    }

    /** Whether a whole value stands here, and then something that can be no part of it. */
    private boolean known(int begin) {
        if (!Character.isWhitespace(text.charAt(at)) || at - begin > LONGEST_WORD) {
            return false;
        }
        int next = at;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        boolean other =
                next < text.length() && (Quotes.opens(text.charAt(next)) || "{[/".indexOf(text.charAt(next)) >= 0);
        String word = text.substring(begin, at);
        return other && (WORDS.containsKey(word) || Json.parse(word) instanceof Json.Parsed);
    }

    private static String shown(String name) {
        return name.length() > 40 ? name.substring(0, 39) + "…" : name;
    }
}
