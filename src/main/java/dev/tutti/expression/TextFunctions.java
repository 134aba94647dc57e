package dev.tutti.expression;

import static dev.tutti.expression.FunctionSpec.Type.ANY;
import static dev.tutti.expression.FunctionSpec.Type.BOOLEAN;
import static dev.tutti.expression.FunctionSpec.Type.NUMBER;
import static dev.tutti.expression.FunctionSpec.Type.TEXT;

import dev.tutti.expression.FunctionSpec.Group;
import dev.tutti.value.Blob;
import dev.tutti.value.Bool;
import dev.tutti.value.Fields;
import dev.tutti.value.Items;
import dev.tutti.value.Nothing;
import dev.tutti.value.Num;
import dev.tutti.value.Text;
import dev.tutti.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Searching, cutting and changing text. Positions count from 0. */
final class TextFunctions {
    static final List<Functions.Entry> ALL = List.of(
            define("length")
                    .takes("value", ANY)
                    .example("length(\"hello\")", "5")
                    .does(TextFunctions::length),
            define("lower")
                    .takes("text", TEXT)
                    .example("lower(\"Hello\")", "\"hello\"")
                    .does(call -> call.make(call.text(0).toLowerCase(Locale.ROOT))),
            define("upper")
                    .takes("text", TEXT)
                    .example("upper(\"Hello\")", "\"HELLO\"")
                    .does(call -> call.make(call.text(0).toUpperCase(Locale.ROOT))),
            define("capitalize")
                    .takes("text", TEXT)
                    .example("capitalize(\"make\")", "\"Make\"")
                    .does(call -> call.make(capitalized(call.text(0)))),
            define("startcase")
                    .takes("text", TEXT)
                    .example("startcase(\"hello WORLD\")", "\"Hello World\"")
                    .does(call -> call.make(startcase(call.text(0), true))),
            define("trim")
                    .takes("text", TEXT)
                    .example("trim(\"  hello \")", "\"hello\"")
                    .does(call -> call.make(trimmed(call.text(0)))),
            define("contains")
                    .takes("value", ANY)
                    .takes("search", ANY)
                    .example("contains(\"Hello World\"; \"Hello\")", "true")
                    .example("contains(\"Hello World\"; \"Bye\")", "false")
                    .does(TextFunctions::contains),
            define("indexOf")
                    .takes("text", TEXT)
                    .takes("search", TEXT)
                    .optional("start", NUMBER)
                    .example("indexOf(\"Make\"; \"k\")", "2")
                    .example("indexOf(\"Make\"; \"x\")", "-1")
                    .example("indexOf(\"We love Make\"; \"e\"; 7)", "11")
                    .does(call -> Num.of(call.text(0).indexOf(call.text(1), call.integer(2, 0)))),
            define("substring")
                    .takes("text", TEXT)
                    .takes("start", NUMBER)
                    .optional("end", NUMBER)
                    .example("substring(\"Hello\"; 0; 3)", "\"Hel\"")
                    .example("substring(\"Hello\"; 1; 3)", "\"el\"")
                    .does(TextFunctions::substring),
            define("replace")
                    .takes("text", TEXT)
                    .takes("search", TEXT)
                    .takes("replacement", TEXT)
                    .example("replace(\"Hello World\"; \"Hello\"; \"Hi\")", "\"Hi World\"")
                    .example("replace(\"abc 187 23\"; \"/\\d+/g\"; \"X\")", "\"abc X X\"")
                    .does(Replacing::replace),
            define("split")
                    .takes("text", TEXT)
                    .takes("separator", TEXT)
                    .example("split(\"John, George\"; \",\")", "[\"John\",\" George\"]")
                    .does(TextFunctions::split),
            define("ascii")
                    .takes("text", TEXT)
                    .optional("removeDiacritics", BOOLEAN)
                    .example("ascii(\"ěščřž\"; true)", "\"escrz\"")
                    .does(call -> {
                        boolean fold = Loose.truth(call.value(1));
                        return call.make(Plain.ascii(fold ? Plain.withoutAccents(call.text(0)) : call.text(0)));
                    }),
            define("escapeHTML")
                    .takes("text", TEXT)
                    .example("escapeHTML(\"<b>Hello</b>\")", "\"&lt;b&gt;Hello&lt;/b&gt;\"")
                    .does(call -> call.make(Plain.escapeHtml(call.text(0)))),
            define("stripHTML")
                    .takes("text", TEXT)
                    .example("stripHTML(\"<b>Hello</b>\")", "\"Hello\"")
                    .does(call -> call.make(Plain.stripHtml(call.text(0)))),
            define("replaceEmojiCharacters")
                    .takes("text", TEXT)
                    .takes("replacement", TEXT)
                    .example("replaceEmojiCharacters(\"Hi 👋🏽!\"; \"*\")", "\"Hi *!\"")
                    .does(Replacing::replaceEmoji),
            define("escapeMarkdown")
                    .takes("text", TEXT)
                    .extension()
                    .example("escapeMarkdown(\"# Header\")", "\"&#35; Header\"")
                    .does(call -> call.make(Plain.escapeMarkdown(call.text(0)))),
            define("concat")
                    .takes("separator", TEXT)
                    .repeats("text", TEXT)
                    .extension()
                    .example("concat(\" \"; \"Hello\"; \"World\")", "\"Hello World\"")
                    .example("concat(\"-\"; \"a\"; \"b\"; \"c\")", "\"a-b-c\"")
                    .does(TextFunctions::concat),
            define("left")
                    .takes("text", TEXT)
                    .takes("count", NUMBER)
                    .extension()
                    .example("left(\"Hello\"; 3)", "\"Hel\"")
                    .does(call -> call.make(cut(call.text(0), 0, call.integer(1)))),
            define("right")
                    .takes("text", TEXT)
                    .takes("count", NUMBER)
                    .extension()
                    .example("right(\"Hello\"; 3)", "\"llo\"")
                    .does(call -> call.make(cut(
                            call.text(0),
                            call.text(0).length() - Math.max(0, call.integer(1)),
                            call.text(0).length()))),
            define("removeAccents")
                    .takes("text", TEXT)
                    .extension()
                    .example("removeAccents(\"Héllo wörld\")", "\"Hello world\"")
                    .does(call -> call.make(Plain.withoutAccents(call.text(0)))),
            define("replacePattern")
                    .takes("text", TEXT)
                    .takes("pattern", TEXT)
                    .takes("replacement", TEXT)
                    .extension()
                    .example("replacePattern(\"foo123bar\"; \"\\d+\"; \"_\")", "\"foo_bar\"")
                    .does(call -> Replacing.pattern(call, call.text(1), "g")),
            define("sortAscString")
                    .repeats("text", TEXT)
                    .extension()
                    .example("sortAscString(\"banana\"; \"apple\"; \"cherry\")", "[\"apple\",\"banana\",\"cherry\"]")
                    .does(call -> sorted(call, Comparator.naturalOrder())),
            define("sortDescString")
                    .repeats("text", TEXT)
                    .extension()
                    .example("sortDescString(\"banana\"; \"apple\"; \"cherry\")", "[\"cherry\",\"banana\",\"apple\"]")
                    .does(call -> sorted(call, Comparator.reverseOrder())),
            define("pascal")
                    .takes("text", TEXT)
                    .extension()
                    .example("pascal(\"hello world\")", "\"HelloWorld\"")
                    .example("pascal(\"foo bar baz\")", "\"FooBarBaz\"")
                    .does(call -> call.make(startcase(call.text(0), false))));

    private TextFunctions() {}

    private static Draft define(String name) {
        return Draft.of(Group.TEXT, name);
    }

    private static Value length(Call call) {
        return Num.of(
                switch (call.value(0)) {
                    case Items items -> items.size();
                    case Blob blob -> blob.size();
                    case Nothing _ -> 0;
                    case Fields fields -> fields.size();
                    default -> call.text(0).length();
                });
    }

    private static Value contains(Call call) {
        if (call.value(0) instanceof Items) {
            return Bool.of(call.items(0).stream().anyMatch(item -> Loose.equal(item, call.value(1), call.zone())));
        }
        return Bool.of(call.text(0).contains(call.text(1)));
    }

    private static Value substring(Call call) {
        String text = call.text(0);
        int from = Math.clamp(call.integer(1), 0, text.length());
        int to = Math.clamp(call.integer(2, text.length()), 0, text.length());
        return call.make(text.substring(Math.min(from, to), Math.max(from, to)));
    }

    private static String cut(String text, int from, int to) {
        int start = Math.clamp(from, 0, text.length());
        return text.substring(start, Math.clamp(to, start, text.length()));
    }

    /** An empty separator splits between all characters. */
    private static Value split(Call call) {
        String text = call.text(0);
        String separator = call.text(1);
        List<Value> parts = new ArrayList<>();
        int from = 0;
        int to = separator.isEmpty() ? 1 : text.indexOf(separator);
        while (to >= 0 && to < text.length() + separator.length()) {
            parts.add(Text.of(text.substring(from, to)));
            from = to + separator.length();
            to = separator.isEmpty() ? to + 1 : text.indexOf(separator, from);
            if ((parts.size() & 0x3FF) == 0) {
                call.context().items(1024, call.site());
                call.context().make(16L * parts.size(), call.site());
            }
        }
        parts.add(Text.of(text.substring(from)));
        return call.make(parts);
    }

    private static Value concat(Call call) {
        Growing out = new Growing(call.context(), call.site());
        List<Value> texts = call.rest(1);
        for (int i = 0; i < texts.size(); i++) {
            out.append(i == 0 ? "" : call.text(0)).append(call.written(texts.get(i)));
        }
        return call.make(out.toString());
    }

    private static Value sorted(Call call, Comparator<String> order) {
        return call.make(call.rest(0).stream()
                .map(call::written)
                .sorted(order)
                .<Value>map(Text::of)
                .toList());
    }

    private static String capitalized(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String startcase(String text, boolean spaces) {
        StringBuilder out = new StringBuilder(text.length());
        boolean begins = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = Character.isLetterOrDigit(c) || c == '\'' || c == '’';
            if (letter || spaces) {
                out.append(begins ? Character.toUpperCase(c) : Character.toLowerCase(c));
            }
            begins = !letter;
        }
        return out.toString();
    }

    /** All kinds of spaces, the non-breaking ones too. */
    static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF';
    }
}
